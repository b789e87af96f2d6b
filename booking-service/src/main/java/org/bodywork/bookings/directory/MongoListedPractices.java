package org.bodywork.bookings.directory;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bodywork.bookings.appointment.application.Place.Address;
import org.bodywork.bookings.find.ListedPractice;
import org.bodywork.bookings.find.ListedPractices;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what the page of a practice shows. */
@Component
final class MongoListedPractices implements ListedPractices {

    private final ReactiveMongoTemplate mongo;

    MongoListedPractices(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<ListedPractice> bySlug(String slug) {
        return Copies.readAll(mongo, Copies.PRACTICES, MongoPractices.called(slug), Shown.FIELDS, Shown.class)
                .next()
                .map(Shown::practice);
    }

    /** What is shown of it; older copies leave out what came later. */
    private record Shown(
            String id,
            String slug,
            String name,
            String kind,
            @Nullable String phone,
            @Nullable List<String> doctorsPapers,
            boolean demo,
            List<Location> locations) {

        static final List<String> FIELDS =
                List.of("id", "slug", "name", "kind", "phone", "doctorsPapers", "demo", "locations");

        ListedPractice practice() {
            return new ListedPractice(
                    PracticeId.of(id),
                    slug,
                    name,
                    kind.toLowerCase(Locale.ROOT).replace('_', '-'),
                    phone,
                    Objects.requireNonNullElse(doctorsPapers, List.of()),
                    demo,
                    locations.stream().map(Location::spot).toList());
        }
    }

    private record Location(
            String name,
            Address address,
            Point point,
            String zone,
            @Nullable Access access) {

        ListedPractice.Spot spot() {
            return new ListedPractice.Spot(
                    name,
                    address,
                    point.lat(),
                    point.lon(),
                    ZoneId.of(zone),
                    access == null ? List.of() : Objects.requireNonNullElse(access.eases(), List.of()),
                    access == null ? null : access.lowestTableInches());
        }
    }

    private record Point(double lat, double lon) {}

    private record Access(
            @Nullable List<String> eases, @Nullable Integer lowestTableInches) {}
}
