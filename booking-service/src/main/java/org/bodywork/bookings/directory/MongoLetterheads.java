package org.bodywork.bookings.directory;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.Letterheads;
import org.bodywork.bookings.appointment.application.Place.Address;
import org.bodywork.bookings.appointment.domain.Letterhead;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Read anew for each visit that is completed, because what it says stays said. */
@Component
final class MongoLetterheads implements Letterheads {

    private final ReactiveMongoTemplate mongo;

    MongoLetterheads(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Letterhead> of(Visit visit) {
        return practice(visit)
                .defaultIfEmpty(PracticeState.UNKNOWN)
                .zipWith(licences(visit), (practice, licences) -> letterhead(visit, practice, licences));
    }

    private Mono<PracticeState> practice(Visit visit) {
        return Copies.readAll(
                        mongo,
                        Copies.PRACTICES,
                        Query.query(Criteria.where("_id").is(visit.practice().toString())),
                        List.of("name", "locations"),
                        PracticeState.class)
                .next();
    }

    private Mono<Map<String, String>> licences(Visit visit) {
        List<String> therapists = visit.parts().stream()
                .map(part -> part.therapist().toString())
                .distinct()
                .toList();
        return Copies.readAll(
                        mongo,
                        Copies.LISTINGS,
                        Query.query(Criteria.where("_id").in(therapists)),
                        List.of("id", "licence"),
                        Licensed.class)
                .collectMap(Licensed::id, Licensed::words);
    }

    private static Letterhead letterhead(Visit visit, PracticeState practice, Map<String, String> licences) {
        List<String> each = visit.parts().stream()
                .map(Part::therapist)
                .map(therapist -> licences.getOrDefault(therapist.toString(), ""))
                .toList();
        return practice.places()
                .filter(place -> place.id().equals(visit.location().toString()))
                .findFirst()
                .map(place -> new Letterhead(practice.name(), place.name(), lines(place.address()), each))
                .orElseGet(() -> new Letterhead(practice.name(), null, List.of(), each));
    }

    private static List<String> lines(Address address) {
        return List.of(address.street(), "%s, %s %s".formatted(address.city(), address.state(), address.zip()));
    }

    private record PracticeState(
            @Nullable String name, @Nullable List<PracticeChanged.LocationState> locations) {

        static final PracticeState UNKNOWN = new PracticeState(null, null);

        Stream<PracticeChanged.LocationState> places() {
            return locations == null ? Stream.empty() : locations.stream();
        }
    }

    private record Licensed(String id, @Nullable LicenceState licence) {

        String words() {
            return licence == null
                    ? ""
                    : Stream.of(licence.state(), licence.number())
                            .filter(part -> part != null && !part.isBlank())
                            .collect(Collectors.joining(" "));
        }
    }

    private record LicenceState(
            @Nullable String number, @Nullable String state) {}
}
