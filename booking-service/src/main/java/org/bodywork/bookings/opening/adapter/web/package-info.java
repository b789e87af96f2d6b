/** Openings over HTTP. */
@NullMarked
package org.bodywork.bookings.opening.adapter.web;

import org.jspecify.annotations.NullMarked;
