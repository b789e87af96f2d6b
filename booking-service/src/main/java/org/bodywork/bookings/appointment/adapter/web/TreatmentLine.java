package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.site.SiteLanguage;

/**
 * One treatment to choose.
 *
 * @param minutes as {@link SaidMinutes} has them
 */
record TreatmentLine(String id, String name, long minutes, String price, boolean returning, boolean fresh) {

    static TreatmentLine of(Treatment treatment, SiteLanguage language) {
        return new TreatmentLine(
                treatment.id().toString(),
                treatment.name(),
                SaidMinutes.of(treatment.name(), treatment.length()),
                language.money(treatment.price().amount(), treatment.price().currency()),
                treatment.clients() == ForClients.RETURNING,
                treatment.clients() == ForClients.NEW);
    }
}
