/** The waitlist over HTTP, for clients and for staff. */
@NullMarked
package org.bodywork.bookings.waitlist.adapter.web;

import org.jspecify.annotations.NullMarked;
