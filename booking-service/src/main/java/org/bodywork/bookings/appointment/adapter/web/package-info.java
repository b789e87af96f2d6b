/** Appointments over HTTP, for clients, staff and the other services. */
@NullMarked
package org.bodywork.bookings.appointment.adapter.web;

import org.jspecify.annotations.NullMarked;
