package org.bodywork.therapists.search.application;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.ZipTable;
import org.bodywork.therapists.search.domain.Lexicon;
import org.bodywork.therapists.search.domain.PlainWords;
import org.bodywork.therapists.search.domain.Search;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Finds who fits. */
public final class SearchListings {

    private static final int MOST_SUGGESTIONS = 8;

    /** Starts lie on a grid of five minutes, and so does midnight anywhere. */
    private static final long STEP_SECONDS = 300;

    private final ListingIndex index;
    private final NextOpenings openings;
    private final ZipTable zips;
    private final BusinessClock clock;
    private final Scheduler threads;

    /**
     * The use case.
     *
     * @param threads where the index is read, which may block
     */
    public SearchListings(
            ListingIndex index, NextOpenings openings, ZipTable zips, BusinessClock clock, Scheduler threads) {
        this.index = index;
        this.openings = openings;
        this.zips = zips;
        this.clock = clock;
        this.threads = threads;
    }

    /** The page from the offset on. What the words say of place, price, gender or language joins the filters. */
    public Mono<Answer> find(Search asked, int offset, int size) {
        return Mono.fromCallable(() -> answer(asked, offset, size)).subscribeOn(threads);
    }

    private Answer answer(Search asked, int offset, int size) {
        Search understood = PlainWords.read(asked, zips::pointOf);
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        conditions.addAll(understood.conditions());
        conditions.addAll(Lexicon.conditionsIn(understood.words()));
        Found found = index.search(new Wanted(understood, conditions, clock.now(), offset, size));
        return new Answer(found, understood, conditions);
    }

    public Mono<List<Suggestion>> suggest(String beginning) {
        return Mono.fromCallable(() -> index.suggest(beginning, MOST_SUGGESTIONS))
                .subscribeOn(threads);
    }

    /** Two searches for the same in the same state have the same answer. */
    public State state() {
        long step = Math.floorDiv(clock.now().getEpochSecond(), STEP_SECONDS);
        return new State(index.generation() + openings.generation(), step);
    }

    /**
     * What answers are made from.
     *
     * @param generation rises whenever listings or openings have changed
     * @param step of time: openings begin, and days end, only where one ends
     */
    public record State(long generation, long step) {}
}
