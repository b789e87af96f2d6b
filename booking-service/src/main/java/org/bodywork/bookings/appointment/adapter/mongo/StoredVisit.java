package org.bodywork.bookings.appointment.adapter.mongo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.PartDocument;
import org.bodywork.bookings.appointment.domain.BookedTreatment;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;

/** The fields that tell of a visit, alike for appointments and for time that is only held. */
interface StoredVisit {

    String practiceId();

    String locationId();

    List<PartDocument> parts();

    String zone();

    String localStart();

    Instant start();

    Instant end();

    int timeRevision();

    default Visit visit() {
        LocationId location = LocationId.of(locationId());
        return new Visit(
                parts().stream().map(part -> part(part, location)).toList(),
                PracticeId.of(practiceId()),
                location,
                ZoneId.of(zone()),
                LocalDateTime.parse(localStart()),
                start(),
                end(),
                timeRevision());
    }

    static List<PartDocument> parts(Visit visit) {
        return visit.parts().stream().map(StoredVisit::document).toList();
    }

    private static PartDocument document(Part part) {
        BookedTreatment treatment = part.treatment();
        return new PartDocument(
                part.therapist().toString(),
                part.therapistName(),
                treatment.id().toString(),
                treatment.name(),
                treatment.length().toMinutes(),
                treatment.buffer().toMinutes(),
                treatment.price().amount(),
                treatment.price().currency(),
                part.room() == null ? null : part.room().name(),
                part.person());
    }

    private static Part part(PartDocument stored, LocationId location) {
        String room = stored.room();
        return new Part(
                TherapistId.of(stored.therapistId()),
                stored.therapistName(),
                new BookedTreatment(
                        TreatmentId.of(stored.treatmentId()),
                        stored.treatmentName(),
                        Duration.ofMinutes(stored.minutes()),
                        Duration.ofMinutes(stored.bufferMinutes()),
                        new Money(stored.price(), stored.currency())),
                room == null ? null : new Room(location, room),
                stored.person());
    }
}
