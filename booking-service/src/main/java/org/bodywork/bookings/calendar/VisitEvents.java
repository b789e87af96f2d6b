package org.bodywork.bookings.calendar;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.platform.icalendar.CalendarEvent;
import org.bodywork.platform.icalendar.CalendarEvent.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Visits as they stand in calendars. Those are copied to wherever their owner likes, so they say when and where, and
 * never who comes, what for, or what was noted: that somebody goes to a therapist is a matter of health already.
 */
final class VisitEvents {

    private static final String TITLE = "Visit";

    /** Mails about a visit carry the same, so that a calendar takes both for one event. */
    private static final String UID = "@bodywork";

    private VisitEvents() {}

    static CalendarEvent forTherapist(Appointment appointment, Place place, Instant now) {
        Room room = appointment.state().visit().part().room();
        String title = appointment.statusAt(now).isOpen() ? "Visit, not confirmed yet" : TITLE;
        return event(appointment, title, where(room == null ? null : room.name(), place), now);
    }

    static CalendarEvent forClient(Appointment appointment, Place place, Instant now) {
        String title = place.name() == null ? TITLE : "Visit at " + place.name();
        return event(appointment, title, where(null, place), now);
    }

    /** Why it is kept free is nobody else's business either. */
    static CalendarEvent of(Block block) {
        return new CalendarEvent(
                block.id() + UID,
                1,
                block.changedAt(),
                Standing.CONFIRMED,
                block.zone(),
                block.span().from(),
                block.span().until(),
                "Kept free",
                null);
    }

    private static CalendarEvent event(Appointment appointment, String title, @Nullable String where, Instant now) {
        AppointmentState state = appointment.state();
        Visit visit = state.visit();
        return new CalendarEvent(
                state.id() + UID,
                state.sequence(),
                state.lastEntry().at(),
                standing(appointment.statusAt(now)),
                visit.zone(),
                visit.start(),
                visit.end(),
                title,
                where);
    }

    private static Standing standing(Status status) {
        return switch (status) {
            case REQUESTED, PROPOSED -> Standing.TENTATIVE;
            case CONFIRMED, CHECKED_IN, COMPLETED, NO_SHOW -> Standing.CONFIRMED;
            case DECLINED, EXPIRED, CANCELLED_BY_CLIENT, CANCELLED_BY_THERAPIST -> Standing.CANCELLED;
        };
    }

    private static @Nullable String where(@Nullable String room, Place place) {
        Place.Address address = place.address();
        String where = Stream.of(
                        room,
                        place.name(),
                        address == null ? null : address.street(),
                        address == null ? null : address.city(),
                        address == null ? null : address.state() + " " + address.zip())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? null : where;
    }
}
