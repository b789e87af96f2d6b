package org.bodywork.bookings.appointment.adapter.mongo;

import java.util.Collection;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.application.OpeningsCache;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.Staged;

/** What follows every write that takes or frees time, before it is answered. */
final class TakenVisits {

    private final OpeningsCache openings;
    private final Outbox outbox;

    TakenVisits(OpeningsCache openings, Outbox outbox) {
        this.openings = openings;
        this.outbox = outbox;
    }

    /** Empties our own cache of it, and lets its events go out. */
    void written(AppointmentId id, Collection<Visit> visits, Staged staged) {
        visits.stream().flatMap(visit -> visit.parts().stream()).forEach(this::forget);
        outbox.nudge(AppointmentDocument.COLLECTION, id.toString(), staged);
    }

    /** The same, where no visit is concerned. */
    void written(Block block, Staged staged) {
        openings.forget(block.therapist());
        outbox.nudge(AppointmentDocument.COLLECTION, block.id().toString(), staged);
    }

    private void forget(Part part) {
        openings.forget(part.therapist());
        if (part.room() != null) {
            openings.forget(part.room().location());
        }
    }
}
