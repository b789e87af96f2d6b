package org.bodywork.therapists.listing.application;

import java.util.List;
import java.util.function.Function;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Lets staff write therapists' listings. A change is stored only on top of the state that its editor saw. */
public final class EditTherapist {

    private static final Logger LOG = LoggerFactory.getLogger(EditTherapist.class);

    private final Therapists therapists;
    private final Practices practices;
    private final KeepPractice copies;

    public EditTherapist(Therapists therapists, Practices practices, KeepPractice copies) {
        this.therapists = therapists;
        this.practices = practices;
        this.copies = copies;
    }

    /** What a listing shall be, given what it is and the practice it belongs to. */
    public interface Form {

        Therapist filledIn(Therapist known, Practice practice);
    }

    /** As it is stored, published or not. */
    public Mono<Versioned<Therapist>> seenBy(Editor editor, TherapistId id) {
        return therapists
                .find(id)
                .filter(known -> editor.mayEdit(known.value()))
                .switchIfEmpty(Mono.error(() -> new UnknownListing("therapist")));
    }

    /** Who is listed at a practice, published or not; see {@link Therapists#ofPractice}. */
    public Mono<List<Therapist>> of(Editor editor, PracticeId id, @Nullable TherapistId last, int most) {
        return practice(editor, id)
                .flatMap(practice -> therapists.ofPractice(id, last, most).collectList());
    }

    private Mono<Versioned<Practice>> practice(Editor editor, PracticeId id) {
        return (editor.mayEdit(id) ? practices.find(id) : Mono.<Versioned<Practice>>empty())
                .switchIfEmpty(Mono.error(() -> new UnknownListing("practice")));
    }

    /** Fails with {@link SlugTaken}. */
    public Mono<Versioned<Therapist>> add(Editor editor, PracticeId id, Function<Practice, Therapist> form) {
        return practice(editor, id)
                .map(practice -> form.apply(practice.value()))
                .flatMap(therapist -> therapists.add(therapist).then(inStep(Versioned.unstored(therapist))));
    }

    /** Fails with {@link ChangedMeanwhile}. */
    public Mono<Versioned<Therapist>> change(Editor editor, TherapistId id, long seenSequence, Form form) {
        return seenBy(editor, id)
                .filter(known -> known.sequence() == seenSequence)
                .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                .flatMap(known -> practices
                        .find(known.value().practice())
                        .map(practice -> form.filledIn(known.value(), practice.value()))
                        .flatMap(next -> save(known, next)));
    }

    /** Stores it on top of what was seen. Fails with {@link ChangedMeanwhile}. */
    public Mono<Versioned<Therapist>> save(Versioned<Therapist> known, Therapist next) {
        return next.equals(known.value())
                ? Mono.just(known)
                : therapists
                        .change(next, known.sequence())
                        .onErrorMap(ConcurrentChange.class, _ -> new ChangedMeanwhile())
                        .then(inStep(known.replacedBy(next)));
    }

    /** The practice may have changed its locations after we read them and before it could see what we stored. */
    private Mono<Versioned<Therapist>> inStep(Versioned<Therapist> stored) {
        return copies.toTherapistsOf(stored.value().practice())
                .thenReturn(new Versioned<>(stored.value(), stored.sequence() + 1))
                .doOnNext(EditTherapist::log);
    }

    private static void log(Versioned<Therapist> stored) {
        LOG.atInfo()
                .addKeyValue("therapist", stored.value().id())
                .addKeyValue("status", stored.value().status())
                .addKeyValue("sequence", stored.sequence())
                .log("listing edited");
    }
}
