package org.bodywork.therapists.listing.adapter.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bodywork.therapists.form.Faults;
import org.bodywork.therapists.listing.adapter.web.TherapistForm.TreatmentForm;
import org.bodywork.therapists.listing.domain.Clients;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.listing.domain.TreatmentId;
import org.bodywork.therapists.listing.domain.Wording;
import org.jspecify.annotations.Nullable;

/** Makes treatments of what a form says of them. */
final class FilledTreatments {

    private final Faults faults;
    private final List<Treatment> known;
    private final Set<String> roomsThere;

    /** Takes the therapist's treatments so far, and the places where they work. */
    FilledTreatments(Faults faults, List<Treatment> known, List<Location> places) {
        this.faults = faults;
        this.known = known;
        this.roomsThere =
                places.stream().flatMap(place -> place.rooms().stream()).collect(Collectors.toSet());
    }

    /** None when a fault was found. */
    @Nullable Treatment of(TreatmentForm treatment, String at) {
        Optional<Treatment> before = before(treatment.id());
        faults.require(
                treatment.id() == null || before.isPresent(),
                at + "/id",
                "Is no treatment of this therapist; leave it out for a new one.");
        faults.check(at + "/name", () -> Wording.name(treatment.name()));
        Modality modality = faults.read(at + "/modality", () -> Modality.ofSlug(treatment.modality()));
        faults.check(at + "/minutes", () -> Treatment.requireMinutes(treatment.minutes()));
        faults.check(at + "/bufferMinutes", () -> Treatment.requireBuffer(treatment.bufferMinutes()));
        Money price = faults.read(
                at + "/price/amount", () -> Money.of(treatment.price().amount()));
        List<String> rooms = rooms(treatment, at + "/rooms");
        Clients clients = faults.read(at + "/clients", () -> Clients.ofSlug(treatment.clients()));
        if (modality == null || price == null || clients == null) {
            return null;
        }
        return Faults.whole(() -> new Treatment(
                before.map(Treatment::id).orElseGet(() -> new TreatmentId(UUID.randomUUID())),
                before.map(Treatment::externalId).orElse(null),
                treatment.name(),
                modality,
                treatment.minutes(),
                price,
                treatment.bufferMinutes(),
                treatment.roomNeeded(),
                rooms,
                clients));
    }

    private List<String> rooms(TreatmentForm treatment, String at) {
        List<String> named = treatment.rooms();
        if (named == null) {
            return List.of();
        }
        List<String> rooms = faults.each(at, named, (room, _) -> Treatment.requireOneOf(roomsThere, room));
        faults.check(at, () -> Treatment.requireRooms(treatment.roomNeeded(), named));
        return rooms;
    }

    private Optional<Treatment> before(@Nullable String id) {
        return known.stream().filter(each -> each.id().toString().equals(id)).findFirst();
    }
}
