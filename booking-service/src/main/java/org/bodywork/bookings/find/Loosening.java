package org.bodywork.bookings.find;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody who finds nobody could ask for instead, each with how many there really are then. */
@Component
final class Loosening {

    private static final int MOST = 5;
    private static final List<Integer> FARTHER = List.of(10, 50, 100);

    private final DirectorySearch directory;
    private final OwnSearch own;

    Loosening(DirectorySearch directory, OwnSearch own) {
        this.directory = directory;
        this.own = own;
    }

    /** Another wish in words. */
    record Instead(String text, int count, String href) {}

    private record Idea(String text, Wish wish) {}

    /**
     * Other wishes that somebody fits, the least loss first.
     *
     * @param away whether therapist-service cannot be asked
     */
    Mono<List<Instead>> of(Wish wish, boolean away, Words words) {
        return Flux.fromIterable(ideas(wish, words))
                .flatMapSequential(idea -> count(idea.wish(), away)
                        .map(count -> new Instead(idea.text(), count, ResultsPage.address(idea.wish(), words))))
                .filter(instead -> instead.count() > 0)
                .take(MOST)
                .collectList();
    }

    /** Trouble with one question leaves out one idea. */
    private Mono<Integer> count(Wish wish, boolean away) {
        Mono<Integer> count = away ? own.find(wish, 1).map(Found::total) : directory.count(wish);
        return count.onErrorResume(_ -> Mono.empty());
    }

    private static List<Idea> ideas(Wish wish, Words words) {
        List<Idea> ideas = new ArrayList<>();
        for (String name : wish.narrowing()) {
            if (name.equals(Wish.NEAR)) {
                int miles = wish.one(Wish.RADIUS).map(Integer::parseInt).orElse(25);
                FARTHER.stream()
                        .filter(more -> more > miles)
                        .limit(2)
                        .forEach(more -> ideas.add(new Idea(
                                words.say("find.instead.within", more), wish.with(Wish.RADIUS, String.valueOf(more)))));
                ideas.add(new Idea(
                        words.say("find.instead.anywhere"),
                        wish.without(Wish.NEAR).without(Wish.RADIUS)));
            } else if (!name.equals(Wish.RADIUS)) {
                String what = wish.all(name).stream()
                        .map(word -> Chips.text(name, word, words))
                        .reduce((some, next) -> some + ", " + next)
                        .orElse("");
                ideas.add(new Idea(words.say("find.instead.without", what), wish.without(name)));
            }
        }
        return ideas;
    }
}
