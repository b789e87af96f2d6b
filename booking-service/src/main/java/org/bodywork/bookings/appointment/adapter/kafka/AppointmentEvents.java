package org.bodywork.bookings.appointment.adapter.kafka;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.adapter.kafka.SealedPart.CompanionState;
import org.bodywork.bookings.appointment.adapter.kafka.SealedPart.Scores;
import org.bodywork.bookings.appointment.adapter.kafka.SealedPart.Secrets;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.Alternatives;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Companion;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.ScoreDay;
import org.bodywork.bookings.appointment.domain.SeriesPlace;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The events that tell an appointment's present state: to other services, and to the openings of every instance. */
@Component
public final class AppointmentEvents {

    public static final String TOPIC = AppointmentChanged.TOPIC;

    private final EventCipher cipher;
    private final ManageLinks links;

    public AppointmentEvents(EventCipher cipher, ManageLinks links) {
        this.cipher = cipher;
        this.links = links;
    }

    public List<Event> of(Appointment appointment) {
        return events(appointment, appointment.visits());
    }

    /** Where time was given up, that is told too. */
    public List<Event> of(Change change) {
        return change.after().state().lastEntry().action().isTold()
                ? events(change.after(), change.visits())
                : List.of();
    }

    /** The present state once more, for whoever has missed it; every change has been told before. */
    public List<Event> again(Appointment appointment) {
        return List.of(changed(appointment, true));
    }

    /** Only our own openings hear of time that is held. */
    public List<Event> of(Hold hold) {
        return occupancy(List.of(hold.visit()), hold.changedAt()).toList();
    }

    /** And of time that staff keep free. */
    public List<Event> of(Block block) {
        return List.of(OccupancyChanged.on(block.dates(), block.therapist(), null, block.changedAt()));
    }

    private List<Event> events(Appointment appointment, Collection<Visit> visits) {
        Instant at = appointment.state().lastTold().at();
        return Stream.concat(Stream.of(changed(appointment, false)), occupancy(visits, at))
                .toList();
    }

    private Event changed(Appointment appointment, boolean again) {
        AppointmentState state = appointment.state();
        String type = AppointmentChanged.typeOf(state);
        String id = state.id().toString();
        SeriesPlace series = state.series();
        String reviewToken = state.status() == Status.COMPLETED ? links.reviewTokenOf(appointment) : null;
        SealedPart personal = SealedPart.of(
                state.client(),
                state.consent(),
                new Secrets(
                        links.secretOf(appointment),
                        reviewToken,
                        scores(appointment),
                        series == null ? null : links.seriesSecretOf(series.series()),
                        answers(appointment),
                        handover(appointment)),
                links.urlOf(appointment),
                companion(appointment));
        String sealed = cipher.seal(id, type, EventJson.write(personal));
        return Event.of(
                AppointmentChanged.TOPIC,
                id,
                type,
                id,
                state.sequence(),
                state.lastTold().at(),
                AppointmentChanged.of(
                        appointment, reviewToken == null ? null : Digests.sha256Base64Url(reviewToken), again, sealed));
    }

    private @Nullable CompanionState companion(Appointment appointment) {
        Companion companion = appointment.state().companion();
        EmailAddress email = companion == null ? null : companion.email();
        return companion == null
                ? null
                : new CompanionState(
                        companion.name(), email == null ? null : email.value(), links.companionUrlOf(appointment));
    }

    private @Nullable Scores scores(Appointment appointment) {
        return appointment.state().status() == Status.COMPLETED
                ? new Scores(
                        links.scoreSecretOf(appointment.id(), ScoreDay.FIRST),
                        links.scoreSecretOf(appointment.id(), ScoreDay.THIRD))
                : null;
    }

    private @Nullable Map<String, String> answers(Appointment appointment) {
        Map<String, String> answers = links.answersTo(appointment);
        return answers.isEmpty() ? null : answers;
    }

    private @Nullable String handover(Appointment appointment) {
        Alternatives alternatives = appointment.state().alternatives();
        return alternatives == null ? null : links.handoverSecretOf(alternatives.handover());
    }

    private static Stream<Event> occupancy(Collection<Visit> visits, Instant at) {
        return visits.stream()
                .flatMap(visit -> visit.parts().stream()
                        .map(part -> OccupancyChanged.on(dates(visit), part.therapist(), roomsOf(part), at)));
    }

    private static List<LocalDate> dates(Visit visit) {
        return Stream.of(visit.zonedStart(), visit.zonedEnd())
                .map(ZonedDateTime::toLocalDate)
                .distinct()
                .toList();
    }

    private static @Nullable LocationId roomsOf(Part part) {
        return part.room() == null ? null : part.room().location();
    }
}
