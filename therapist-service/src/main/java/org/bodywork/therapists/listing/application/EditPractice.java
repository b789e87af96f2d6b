package org.bodywork.therapists.listing.application;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Versioned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Lets staff write practices' listings. A change is stored only on top of the state that its editor saw. */
public final class EditPractice {

    private static final Logger LOG = LoggerFactory.getLogger(EditPractice.class);

    private final Practices practices;
    private final Therapists therapists;
    private final KeepPractice copies;

    public EditPractice(Practices practices, Therapists therapists, KeepPractice copies) {
        this.practices = practices;
        this.therapists = therapists;
        this.copies = copies;
    }

    /** As it is stored, published or not. */
    public Mono<Versioned<Practice>> seenBy(Editor editor, PracticeId id) {
        return (editor.mayEdit(id) ? practices.find(id) : Mono.<Versioned<Practice>>empty())
                .switchIfEmpty(Mono.error(() -> new UnknownListing("practice")));
    }

    /** Fails with {@link SlugTaken}. */
    public Mono<Versioned<Practice>> add(Practice practice) {
        return practices.add(practice).thenReturn(new Versioned<>(practice, 1)).doOnNext(EditPractice::log);
    }

    /** Fails with {@link ChangedMeanwhile} or {@link StillInUse}. */
    public Mono<Versioned<Practice>> change(
            Editor editor, PracticeId id, long seenSequence, UnaryOperator<Practice> form) {
        return seenBy(editor, id)
                .filter(known -> known.sequence() == seenSequence)
                .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                .flatMap(known -> save(known, form.apply(known.value())));
    }

    private Mono<Versioned<Practice>> save(Versioned<Practice> known, Practice next) {
        if (next.equals(known.value())) {
            return Mono.just(known);
        }
        return therapists
                .ofPractices(Set.of(next.id()))
                .map(Versioned::value)
                .collectList()
                .doOnNext(theirs -> requireUnused(next, theirs))
                .then(Mono.defer(() -> practices.change(next, known.sequence())))
                .onErrorMap(ConcurrentChange.class, _ -> new ChangedMeanwhile())
                .then(Mono.defer(() -> copies.toTherapistsOf(next.id())))
                .thenReturn(new Versioned<>(next, known.sequence() + 1))
                .doOnNext(EditPractice::log);
    }

    private static void log(Versioned<Practice> stored) {
        LOG.atInfo()
                .addKeyValue("practice", stored.value().id())
                .addKeyValue("status", stored.value().status())
                .addKeyValue("sequence", stored.sequence())
                .log("listing edited");
    }

    private static void requireUnused(Practice next, List<Therapist> theirs) {
        Set<LocationId> kept = next.locations().stream().map(Location::id).collect(Collectors.toSet());
        if (theirs.stream()
                .flatMap(each -> each.workplaces().stream())
                .anyMatch(place -> place.practice().equals(next.id()) && !kept.contains(place.id()))) {
            throw new StillInUse(StillInUse.Why.LOCATION);
        }
        if (theirs.stream().anyMatch(each -> each.losesRoomsAt(next))) {
            throw new StillInUse(StillInUse.Why.ROOM);
        }
        if (next.status() != ListingStatus.PUBLISHED
                && theirs.stream().anyMatch(each -> each.status() == ListingStatus.PUBLISHED)) {
            throw new StillInUse(StillInUse.Why.PRACTICE);
        }
    }
}
