package org.bodywork.bookings.opening.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.application.OpeningsText.Item;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/**
 * The openings of everybody who meets a need, so many therapists at a time. They are put together from the answers about
 * single therapists, and remembered for as long as all of these hold and nobody has come or gone.
 */
public final class FindAreaOpenings {

    private static final int THERAPISTS = 50;

    private final Candidates candidates;
    private final FindOpenings openings;
    private final OpeningsCache cache;
    private final OpeningsText text;
    private final BusinessClock clock;

    public FindAreaOpenings(
            Candidates candidates, FindOpenings openings, OpeningsCache cache, OpeningsText text, BusinessClock clock) {
        this.candidates = candidates;
        this.openings = openings;
        this.cache = cache;
        this.text = text;
        this.clock = clock;
    }

    /** Whoever meets the need is there, also with no opening on these dates. */
    public Mono<Shown> find(AreaQuery query, Freshness freshness) {
        return Mono.defer(() -> {
            Question question = new Question(query, candidates.changes());
            return known(question, freshness).map(Mono::just).orElseGet(() -> fill(question, cache.begin(), freshness));
        });
    }

    private Optional<Shown> known(Question question, Freshness freshness) {
        return freshness == Freshness.AFRESH ? Optional.empty() : cache.find(question, clock.now());
    }

    private Mono<Shown> fill(Question question, Basis begun, Freshness freshness) {
        AreaQuery query = question.query();
        List<Candidate> found = candidates
                .meeting(query.need(), query.after())
                .limit(THERAPISTS + 1L)
                .toList();
        List<Candidate> shown = found.subList(0, Math.min(THERAPISTS, found.size()));
        TherapistId next = found.size() > THERAPISTS ? shown.getLast().therapist() : null;
        List<OpeningsQuery> asked =
                shown.stream().flatMap(candidate -> questions(query, candidate)).toList();
        return openings.findAll(asked, freshness).map(answers -> {
            List<Item> items = items(asked, answers);
            Shown whole = new Shown(text.of(items, next), List.of(), validUntil(items), basis(items, begun));
            cache.remember(question, whole);
            return whole;
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

    private static Instant validUntil(List<Item> items) {
        return items.stream()
                .map(item -> item.openings().validUntil())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Basis basis(List<Item> items, Basis begun) {
        return Basis.ofAll(items.stream().map(item -> item.openings().basis()).toList(), begun);
    }

    /**
     * A question at one state of those who may be found.
     *
     * @param changes theirs
     */
    private record Question(AreaQuery query, long changes) {}
}
