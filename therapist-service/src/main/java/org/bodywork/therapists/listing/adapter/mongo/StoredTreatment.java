package org.bodywork.therapists.listing.adapter.mongo;

import java.util.List;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.Clients;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.listing.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * A treatment as stored.
 *
 * @param rooms none where any would do, as in the first documents
 */
record StoredTreatment(
        String treatmentId,
        @Nullable String externalId,
        String name,
        String modality,
        int minutes,
        String price,
        int bufferMinutes,
        boolean roomNeeded,
        @Nullable List<String> rooms,
        Clients clients) {

    static StoredTreatment of(Treatment treatment) {
        Slug externalId = treatment.externalId();
        return new StoredTreatment(
                treatment.id().toString(),
                externalId == null ? null : externalId.value(),
                treatment.name(),
                treatment.modality().slug(),
                treatment.minutes(),
                treatment.price().toString(),
                treatment.bufferMinutes(),
                treatment.roomNeeded(),
                treatment.rooms().isEmpty() ? null : treatment.rooms(),
                treatment.clients());
    }

    Treatment treatment() {
        return new Treatment(
                new TreatmentId(UUID.fromString(treatmentId)),
                externalId == null ? null : new Slug(externalId),
                name,
                Modality.ofSlug(modality),
                minutes,
                Money.of(price),
                bufferMinutes,
                roomNeeded,
                rooms == null ? List.of() : rooms,
                clients);
    }
}
