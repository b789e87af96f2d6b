/** What staff and clients see of it. */
@NullMarked
package org.bodywork.bookings.handover.adapter.web;

import org.jspecify.annotations.NullMarked;
