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
    private final Runnable givenUp;

    /** Where nobody does anything with what is given up. */
    TakenVisits(OpeningsCache openings, Outbox outbox) {
        this(openings, outbox, () -> {});
    }

    /** Lets due work be looked at when something was given up. */
    TakenVisits(OpeningsCache openings, Outbox outbox, Runnable givenUp) {
        this.openings = openings;
        this.outbox = outbox;
        this.givenUp = givenUp;
    }

    /** Empties our own cache of it, and lets its events go out. */
    void written(AppointmentId id, Collection<Visit> visits, Staged staged) {
        visits.stream().flatMap(visit -> visit.parts().stream()).forEach(this::forget);
        outbox.nudge(AppointmentDocument.COLLECTION, id.toString(), staged);
    }

    /** Lets those hear of it soon who do something with it. */
    void givenUp() {
        givenUp.run();
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
