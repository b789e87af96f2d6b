package org.bodywork.bookings.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.application.Place.Address;
import org.bodywork.bookings.find.ListedTherapist;
import org.bodywork.bookings.find.ListedTherapists;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what pages show of listings and of the practices they belong to, two reads for all. */
@Component
final class MongoListedTherapists implements ListedTherapists {

    private final ReactiveMongoTemplate mongo;

    MongoListedTherapists(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Flux<ListedTherapist> byIds(Collection<TherapistId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : read(Criteria.where("_id")
                        .in(ids.stream().map(TherapistId::toString).toList()));
    }

    @Override
    public Flux<ListedTherapist> at(PracticeId practice) {
        return read(Criteria.where(MongoColleagues.PRACTICE).is(practice.toString()));
    }

    @Override
    public Mono<ListedTherapist> bySlug(String slug) {
        return read(Criteria.where(Copies.SLUG).is(slug)).next();
    }

    private Flux<ListedTherapist> read(Criteria which) {
        return Copies.readAll(mongo, Copies.LISTINGS, Query.query(which), Shown.FIELDS, Shown.class)
                .filter(listing -> listing.status().equals("PUBLISHED"))
                .collectList()
                .flatMapMany(listings -> practices(listings)
                        .flatMapMany(practices -> Flux.fromStream(
                                listings.stream().map(listing -> listing.at(practices.get(listing.practiceId()))))));
    }

    private Mono<Map<String, ShownPractice>> practices(List<Shown> listings) {
        List<String> ids = listings.stream().map(Shown::practiceId).distinct().toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : Copies.readAll(
                                mongo,
                                Copies.PRACTICES,
                                Query.query(Criteria.where("_id").in(ids)),
                                ShownPractice.FIELDS,
                                ShownPractice.class)
                        .collectMap(ShownPractice::id, Function.identity());
    }

    /** What is shown of a listing; older ones leave out what came later. */
    private record Shown(
            String id,
            String status,
            String slug,
            String name,
            String practiceId,
            String area,
            boolean demo,
            List<String> languages,
            @Nullable List<String> photos,
            List<String> modalities,
            List<Experience> conditions,
            List<Treatment> treatments,
            Rules rules,
            @Nullable Licence licence,
            List<Workplace> locations) {

        static final List<String> FIELDS = List.of(
                "id",
                "status",
                "slug",
                "name",
                "practiceId",
                "area",
                "demo",
                "languages",
                "photos",
                "modalities",
                "conditions",
                "treatments",
                "rules.instant",
                "licence",
                "locations.id",
                "locations.zone");

        ListedTherapist at(@Nullable ShownPractice practice) {
            return new ListedTherapist(
                    TherapistId.of(id),
                    slug,
                    name,
                    practice == null ? "" : practice.name(),
                    practice == null ? null : practice.slug(),
                    area,
                    demo,
                    languages,
                    photos == null ? List.of() : photos,
                    modalities,
                    conditions.stream().collect(Collectors.toMap(Experience::condition, Experience::years, Math::max)),
                    treatments.stream().map(Treatment::offered).toList(),
                    rules.instant(),
                    licence == null
                            ? null
                            : new ListedTherapist.Licence(licence.state(), licence.number(), licence.expires()),
                    practice == null ? List.of() : spots(practice));
        }

        private List<ListedTherapist.Spot> spots(ShownPractice practice) {
            return locations.stream()
                    .map(place -> practice.spot(place.id(), ZoneId.of(place.zone())))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private record Experience(String condition, int years) {}

    private record Treatment(String id, String name, String modality, int minutes, Money price, ForClients clients) {

        ListedTherapist.Offered offered() {
            return new ListedTherapist.Offered(TreatmentId.of(id), name, modality, minutes, price, clients);
        }
    }

    private record Rules(boolean instant) {}

    private record Licence(String state, String number, LocalDate expires) {}

    private record Workplace(String id, String zone) {}

    private record ShownPractice(String id, @Nullable String slug, String name, List<Location> locations) {

        static final List<String> FIELDS =
                List.of("id", "slug", "name", "locations.id", "locations.name", "locations.address", "locations.point");

        Optional<ListedTherapist.Spot> spot(String location, ZoneId zone) {
            return locations.stream()
                    .filter(place -> place.id().equals(location))
                    .findFirst()
                    .map(place -> new ListedTherapist.Spot(
                            place.name(),
                            place.address(),
                            place.point().lat(),
                            place.point().lon(),
                            zone));
        }
    }

    private record Location(String id, String name, Address address, Point point) {}

    private record Point(double lat, double lon) {}
}
