package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.adapter.web.VisitView.CompanionView;
import org.bodywork.bookings.appointment.adapter.web.VisitView.LocationView;
import org.bodywork.bookings.appointment.adapter.web.VisitView.TherapistView;
import org.bodywork.bookings.appointment.adapter.web.VisitView.TreatmentView;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.application.PrivateTexts.Opened;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.AuditEntry;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.Companion;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.VisitOutcome;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a visit, for the staff who look after it.
 *
 * @param companion who is treated at the same time by another therapist; absent in a visit of one person
 * @param acceptedBy the therapists of a visit for two who have said yes
 * @param note what the client wrote
 * @param staffNote what staff note for each other
 * @param requestedUntil when an unanswered request expires
 * @param wanted another time that one side has asked for and the other has not answered
 * @param painScore from 0 to 10, as noted when the visit was completed; so are the notes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StaffVisitView(
        String id,
        Status status,
        String start,
        String end,
        String zone,
        String practiceId,
        LocationView location,
        @Nullable String room,
        TherapistView therapist,
        TreatmentView treatment,
        @Nullable CompanionView companion,
        @Nullable List<String> acceptedBy,
        ClientView client,
        ConsentView consent,
        @Nullable String note,
        @Nullable String staffNote,
        boolean late,
        boolean intakeNeeded,
        boolean reviewNeeded,
        @Nullable Instant requestedUntil,
        @Nullable WantedView wanted,
        @Nullable Integer painScore,
        @Nullable String notes,
        long version,
        List<EntryView> history) {

    static StaffVisitView of(Appointment appointment, Opened texts, Place place) {
        AppointmentState state = appointment.state();
        Visit visit = state.visit();
        Room room = visit.part().room();
        VisitOutcome outcome = texts.outcome();
        return new StaffVisitView(
                state.id().toString(),
                state.status(),
                OffsetTimes.text(visit.zonedStart()),
                OffsetTimes.text(visit.zonedEnd()),
                visit.zone().getId(),
                visit.practice().toString(),
                LocationView.of(place),
                room == null ? null : room.name(),
                TherapistView.of(visit.part()),
                TreatmentView.of(visit.part()),
                CompanionView.of(state),
                acceptedBy(state),
                ClientView.of(state.client()),
                new ConsentView(state.consent().email(), state.consent().sms()),
                texts.note(),
                texts.staffNote(),
                state.late(),
                state.intakeNeeded(),
                state.reviewNeeded(),
                state.requestedUntil(),
                WantedView.of(state.wanted()),
                outcome.painScore(),
                outcome.notes(),
                state.version(),
                state.audit().stream().map(EntryView::of).toList());
    }

    private static @Nullable List<String> acceptedBy(AppointmentState state) {
        Companion companion = state.companion();
        return companion == null
                ? null
                : companion.accepted().stream()
                        .map(TherapistId::toString)
                        .sorted()
                        .toList();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientView(
            String name,
            String email,
            @Nullable String phone,
            String locale,
            @Nullable String zone) {

        static ClientView of(Client client) {
            ZoneId zone = client.zone();
            return new ClientView(
                    client.name(),
                    client.email().value(),
                    client.phone(),
                    client.language().tag(),
                    zone == null ? null : zone.getId());
        }
    }

    record ConsentView(boolean email, boolean sms) {}

    /** One change in its life. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            Instant at,
            String by,
            @Nullable String accountId,
            String action,
            @Nullable String reason,
            @Nullable Status from,
            Status to,
            @Nullable Instant start,
            @Nullable List<String> override) {

        static EntryView of(AuditEntry entry) {
            return new EntryView(
                    entry.at(),
                    entry.by().kind().name(),
                    entry.by().accountId(),
                    entry.action().name(),
                    entry.reason(),
                    entry.from(),
                    entry.to(),
                    entry.start(),
                    entry.waived().isEmpty() ? null : Overrides.write(entry.waived()));
        }
    }
}
