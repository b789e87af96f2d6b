package org.bodywork.bookings.appointment.adapter.mongo;

import java.time.Instant;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.AwaitAnswer;
import org.bodywork.bookings.appointment.application.Blocks;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.RememberVisit;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import reactor.core.publisher.Mono;

/** Does what an appointment's document is due for; each has one such time, the next. */
final class DueAppointments implements DueHandler {

    private final Appointments appointments;
    private final AwaitAnswer answers;
    private final HoldTime holds;
    private final Blocks blocks;
    private final RememberVisit visits;
    private final MongoArchive archive;
    private final Retention retention;
    private final AppointmentMapping mapping;
    private final MongoConverter converter;
    private final TellGivenUp givenUp;

    DueAppointments(
            Appointments appointments,
            AwaitAnswer answers,
            HoldTime holds,
            Blocks blocks,
            RememberVisit visits,
            MongoArchive archive,
            Retention retention,
            AppointmentMapping mapping,
            MongoConverter converter,
            TellGivenUp givenUp) {
        this.appointments = appointments;
        this.answers = answers;
        this.holds = holds;
        this.blocks = blocks;
        this.visits = visits;
        this.archive = archive;
        this.retention = retention;
        this.mapping = mapping;
        this.converter = converter;
        this.givenUp = givenUp;
    }

    @Override
    public Mono<Void> handle(Claimed work) {
        AppointmentId id = AppointmentId.of(work.id().toString());
        Document stored = work.document();
        if (BlockDocument.isBlock(stored)) {
            return blocks.drop(id);
        }
        if (HoldDocument.isHold(stored)) {
            return holds.tidy(id);
        }
        AppointmentDocument document = converter.read(AppointmentDocument.class, stored);
        Appointment visit = mapping.appointment(document);
        if (TellGivenUp.isWaiting(stored)) {
            return givenUp.tell(work, AppointmentMapping.due(visit.state()));
        }
        if (isDueForTheArchive(document.due(), visit)) {
            return archive.move(stored, retention.looksFirstAt(visit.state()));
        }
        return visit.status() == Status.COMPLETED
                ? visits.remember(id)
                : answers.look(id).then(rest(visit));
    }

    private static boolean isDueForTheArchive(@Nullable Instant due, Appointment visit) {
        return due != null && !due.isBefore(visit.state().archivedFrom());
    }

    /** Where nothing was to be done, it is due for what comes next; where something was, this finds it changed. */
    private Mono<Void> rest(Appointment visit) {
        return appointments.settle(visit);
    }
}
