package org.bodywork.therapists.search.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.application.Rated;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.listing.domain.Listings;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Tally;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.search.domain.Entry;
import org.bodywork.therapists.store.Dated;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class FollowListingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant AN_HOUR_AGO = NOW.minus(Duration.ofHours(1));

    private final Therapist lucia = Listings.lucia();
    private final Practice practice = Listings.quietOak();
    private final Entry present = Entry.of(lucia, practice, null);
    private final Entry outdated = Entry.of(lucia, named("The Old Oak"), null);
    private final List<Dated<?>> changes = new ArrayList<>();
    private boolean published = true;

    @Test
    void anIndexThatIsMissingIsMadeAnewAtStart() {
        IndexInMemory index = IndexInMemory.neverKept(outdated);

        begin(index);

        assertThat(index.shown()).containsExactly(present);
        assertThat(index.knownUpTo()).contains(NOW);
        assertThat(index.clearings()).isEqualTo(1);
    }

    @Test
    void anIndexOlderThanTheListingsTakesOverTheirChangesAtStart() {
        IndexInMemory index = IndexInMemory.keptAt(AN_HOUR_AGO, outdated);
        changes.add(new Dated<>(lucia.id(), AN_HOUR_AGO.plusSeconds(60)));

        begin(index);

        assertThat(index.shown()).containsExactly(present);
        assertThat(index.clearings()).isZero();
    }

    @Test
    void whoLeftWhileNobodyLookedIsForgottenAtStart() {
        IndexInMemory index = IndexInMemory.keptAt(AN_HOUR_AGO, present);
        changes.add(new Dated<>(lucia.id(), AN_HOUR_AGO.plusSeconds(60)));
        published = false;

        begin(index);

        assertThat(index.shown()).isEmpty();
    }

    @Test
    void anIndexAsNewAsTheListingsStaysAsItIs() {
        IndexInMemory index = IndexInMemory.keptAt(AN_HOUR_AGO, outdated);
        changes.add(new Dated<>(lucia.id(), AN_HOUR_AGO.minus(Duration.ofDays(1))));

        begin(index);

        assertThat(index.shown()).containsExactly(outdated);
    }

    private void begin(ListingIndex index) {
        Therapists therapists = answering(Therapists.class, (_, method, given) -> switch (method.getName()) {
            case "published" -> found(new Rated(lucia, Tally.NONE));
            case "publishedOf" -> Flux.empty();
            case "changedSince" -> changedSince((Instant) given[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
        Practices practices = answering(Practices.class, (_, method, given) -> switch (method.getName()) {
            case "published" -> Flux.just(practice);
            case "withIds" -> Flux.just(practice).filter(each -> ((Collection<?>) given[0]).contains(each.id()));
            case "changedSince" -> Flux.empty();
            default -> throw new UnsupportedOperationException(method.getName());
        });
        new FollowListings(
                        new PublishedListings(therapists, practices),
                        index,
                        new BusinessClock(SettableClock.at(NOW)),
                        Schedulers.immediate())
                .begin()
                .block(PATIENCE);
    }

    private Flux<Rated> found(Rated rated) {
        return published ? Flux.just(rated) : Flux.empty();
    }

    private Flux<Dated<?>> changedSince(Instant moment) {
        return Flux.fromIterable(changes).filter(change -> !change.changedAt().isBefore(moment));
    }

    private Practice named(String name) {
        return new Practice(
                practice.id(),
                practice.slug(),
                practice.status(),
                name,
                practice.kind(),
                practice.claimed(),
                practice.phone(),
                practice.replyTo(),
                practice.doctorsPapers(),
                practice.messageRules(),
                practice.demo(),
                practice.locations());
    }

    private static <T> T answering(Class<T> port, InvocationHandler handler) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
