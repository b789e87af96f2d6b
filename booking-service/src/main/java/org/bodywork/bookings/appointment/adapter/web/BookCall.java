package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.web.server.ServerWebExchange;

/**
 * One press of a button on the pages of a booking.
 *
 * @param id of the hold
 */
record BookCall(Where where, AppointmentId id, TypedBooking typed, ServerWebExchange exchange) {

    BookCall with(TypedBooking another) {
        return new BookCall(where, id, another, exchange);
    }

    SiteLanguage language() {
        return SiteLanguage.of(exchange, null);
    }
}
