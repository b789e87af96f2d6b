/** Plans and scores over HTTP and as pages. */
@NullMarked
package org.bodywork.bookings.plan.adapter.web;

import org.jspecify.annotations.NullMarked;
