package org.bodywork.bookings.opening.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The openings of everybody who meets a need, so many therapists at a time; from the memory that single answers have. */
public final class FindAreaOpenings {

    private static final int THERAPISTS = 50;

    private final Candidates candidates;
    private final FindOpenings openings;

    public FindAreaOpenings(Candidates candidates, FindOpenings openings) {
        this.candidates = candidates;
        this.openings = openings;
    }

    /** Whoever meets the need is there, also with no opening on these dates. */
    public Mono<Part> find(AreaQuery query) {
        return Mono.defer(() -> {
            List<Candidate> found = candidates
                    .meeting(query.need(), query.after())
                    .limit(THERAPISTS + 1L)
                    .toList();
            List<Candidate> shown = found.subList(0, Math.min(THERAPISTS, found.size()));
            TherapistId next = found.size() > THERAPISTS ? shown.getLast().therapist() : null;
            List<OpeningsQuery> questions = shown.stream()
                    .flatMap(candidate -> questions(query, candidate))
                    .toList();
            return openings.findAll(questions).map(answers -> new Part(items(questions, answers), next));
        });
    }

    private static Stream<OpeningsQuery> questions(AreaQuery query, Candidate candidate) {
        return query.need().metBy(candidate).stream()
                .map(treatment -> new OpeningsQuery(
                        candidate.therapist(),
                        treatment.id(),
                        query.from(),
                        query.to(),
                        query.need().placesOf(candidate)));
    }

    private static List<Item> items(List<OpeningsQuery> questions, Map<OpeningsQuery, Shown> answers) {
        return questions.stream()
                .flatMap(question ->
                        Optional.ofNullable(answers.get(question)).map(shown -> new Item(question, shown)).stream())
                .toList();
    }

    /**
     * A part of the list.
     *
     * @param next what the part after it begins behind; null at the end
     */
    public record Part(List<Item> items, @Nullable TherapistId next) {}

    /** The openings of one treatment of one therapist. */
    public record Item(OpeningsQuery question, Shown openings) {}
}
