package org.bodywork.bookings.diary;

import java.util.Map;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.site.SiteLanguage;
import reactor.core.publisher.Mono;

/** A part of a visit's page that somebody else than the visit itself knows about. */
public interface VisitSection {

    /**
     * What the template is given for it. Never empty, and it fails for nothing that the rest of the page can do without.
     *
     * @param visit one that this member of staff may see
     */
    Mono<Map<String, Object>> about(Appointment visit, Staff staff, SiteLanguage language);
}
