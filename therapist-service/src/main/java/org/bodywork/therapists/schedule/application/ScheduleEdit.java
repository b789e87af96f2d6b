package org.bodywork.therapists.schedule.application;

import java.util.List;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.Workplace;

/** What somebody wants of a schedule. */
@FunctionalInterface
public interface ScheduleEdit {

    /**
     * The schedule as it shall be; may be called again when somebody else was quicker.
     *
     * @param therapist as known
     * @param places all those where they can work: their own, and their practice's in the same zone
     */
    Schedule of(Therapist therapist, List<Workplace> places);
}
