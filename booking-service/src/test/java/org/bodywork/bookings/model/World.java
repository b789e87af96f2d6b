package org.bodywork.bookings.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.history.Finding;
import org.bodywork.bookings.model.Command.Wish;
import org.bodywork.bookings.model.Outcome.Kind;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One scene played on two instances, beside what the oracle says of it. */
final class World {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TICK = Duration.ofMillis(1);

    /** How many steps pass between two looks at everything; what is found late is made short afterwards. */
    private static final int LOOKS_EVERY = 6;

    private final TwoInstances service;
    private final Scene scene;
    private Story story;
    private int steps;

    World(TwoInstances service, Scene scene) {
        this(service, scene, Defect.NONE);
    }

    World(TwoInstances service, Scene scene, Defect defect) {
        this.service = service;
        this.scene = scene;
        this.story = new Story(new Oracle(scene.listings(), scene.begins()));
        service.begin(scene, defect);
    }

    Oracle oracle() {
        return story.oracle;
    }

    TherapistId therapist(int number) {
        return scene.listings().get(number).id();
    }

    AppointmentId visit(int number) {
        return story.visits.get(number);
    }

    AppointmentId hold(int number) {
        return story.holds.get(number);
    }

    AppointmentId block(int number) {
        return story.blocks.get(number);
    }

    /** Lets it happen; tells what the service did that it should not have done. */
    Optional<String> step(Command command) {
        steps++;
        advance(TICK);
        Optional<String> wrong = switch (command) {
            case Command.Wait wait -> {
                advance(wait.time());
                yield Optional.empty();
            }
            case Command.Sweep _ -> {
                instance().sweep(story.oracle.now());
                story.oracle.sweep();
                yield Optional.empty();
            }
            case Command.TakeTimeOff timeOff -> {
                Listing changed =
                        Scene.withTimeOff(story.oracle.listing(timeOff.therapist()), timeOff.from(), timeOff.to());
                story.oracle.change(timeOff.therapist(), changed);
                service.publish(changed);
                yield Optional.empty();
            }
            case Command.Together together -> together(together);
            case Wish wish -> story.resolve(wish).flatMap(this::alone);
        };
        service.tellEachOther(scene.listings());
        return steps % LOOKS_EVERY > 0
                ? wrong
                : wrong.or(() -> story.differenceFrom(service.one().visits())).or(this::openingsDiffer);
    }

    /** What differs at the end between all that is stored and what ought to be. */
    Optional<String> lastLook() {
        List<Finding> findings = service.history().findings();
        return story.differenceFrom(service.one().visits())
                .or(() -> findings.isEmpty() ? Optional.empty() : Optional.of(findings.toString()));
    }

    private Instance instance() {
        return steps % 2 == 0 ? service.one() : service.other();
    }

    private Optional<String> alone(Wish wish) {
        Outcome outcome = instance().run(wish, this).blockOptional(PATIENCE).orElseThrow();
        Story told = story.copy();
        Kind expected = told.tell(wish, outcome);
        story = told;
        return expected == outcome.kind()
                ? Optional.empty()
                : Optional.of("expected %s, got %s".formatted(expected, outcome));
    }

    private Optional<String> together(Command.Together wishes) {
        Optional<Wish> one = story.resolve(wishes.one());
        Optional<Wish> other = story.resolve(wishes.other());
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other).flatMap(this::alone);
        }
        var both = Mono.zip(service.one().run(one.get(), this), service.other().run(other.get(), this))
                .blockOptional(PATIENCE)
                .orElseThrow();
        Turn first = new Turn(one.get(), both.getT1());
        Turn second = new Turn(other.get(), both.getT2());
        List<String> wrong = new ArrayList<>();
        List<Story> right = new ArrayList<>();
        for (List<Turn> order : List.of(List.of(first, second), List.of(second, first))) {
            Story told = story.copy();
            told.tell(order).ifPresentOrElse(wrong::add, () -> right.add(told));
        }
        return choose(right, wrong);
    }

    /** Where both orders could have been, what is stored tells which it was. */
    private Optional<String> choose(List<Story> right, List<String> wrong) {
        boolean clear = right.stream().map(Story::describe).distinct().count() == 1;
        for (Story told : right) {
            Optional<String> difference =
                    clear ? Optional.empty() : told.differenceFrom(service.one().visits());
            if (difference.isEmpty()) {
                story = told;
                return difference;
            }
            wrong.add(difference.get());
        }
        return Optional.of("in no order right: " + String.join("; or ", wrong));
    }

    private Optional<String> openingsDiffer() {
        int therapist = steps / LOOKS_EVERY % scene.listings().size();
        Listing listing = story.oracle.listing(therapist);
        var date = story.oracle.now().atZone(listing.zone()).toLocalDate().plusDays(steps % 3);
        var expected = story.oracle.openings(therapist, date);
        var shown = instance().openings(listing, date);
        return expected.equals(shown)
                ? Optional.empty()
                : Optional.of("openings of therapist %d on %s: expected %s, shown %s"
                        .formatted(therapist, date, expected, shown));
    }

    private void advance(Duration time) {
        service.advance(time);
        story.oracle.advance(time);
    }

    private record Turn(Wish wish, Outcome outcome) {}

    /** What has happened so far, as the oracle sees it, and by which ids the service knows it. */
    private static final class Story {

        private final Oracle oracle;
        private final List<AppointmentId> visits = new ArrayList<>();
        private final List<AppointmentId> holds = new ArrayList<>();
        private final List<AppointmentId> blocks = new ArrayList<>();

        Story(Oracle oracle) {
            this.oracle = oracle;
        }

        Story copy() {
            Story copy = new Story(oracle.copy());
            copy.visits.addAll(visits);
            copy.holds.addAll(holds);
            copy.blocks.addAll(blocks);
            return copy;
        }

        Optional<String> tell(List<Turn> turns) {
            return turns.stream()
                    .map(turn -> {
                        Kind expected = tell(turn.wish(), turn.outcome());
                        return expected == turn.outcome().kind()
                                ? null
                                : "%s: expected %s, got %s".formatted(turn.wish(), expected, turn.outcome());
                    })
                    .flatMap(Stream::ofNullable)
                    .findFirst();
        }

        Kind tell(Wish wish, Outcome outcome) {
            Kind expected = oracle.apply(wish, outcome);
            AppointmentId id = outcome.id();
            if (id != null) {
                note(id, visits, oracle.visits());
                note(id, holds, oracle.holds());
                note(id, blocks, oracle.blocks());
            }
            return expected;
        }

        private static void note(AppointmentId id, List<AppointmentId> known, int count) {
            if (count > known.size()) {
                known.add(id);
            }
        }

        /** The wish with the very number it means; none when there is nothing yet that it could mean. */
        Optional<Wish> resolve(Wish wish) {
            return switch (wish) {
                case Command.Book book -> {
                    Integer hold = book.hold();
                    yield Optional.of(book.on(hold == null || holds.isEmpty() ? null : hold % holds.size()));
                }
                case Command.Renew renew -> oneOf(holds, renew.hold()).map(Command.Renew::new);
                case Command.Release release -> oneOf(holds, release.hold()).map(Command.Release::new);
                case Command.Lift lift -> oneOf(blocks, lift.block()).map(Command.Lift::new);
                case Command.OfVisit ofVisit -> oneOf(visits, ofVisit.visit()).map(ofVisit::of);
                case Command.TakeHold _, Command.BookByStaff _, Command.Block _ -> Optional.of(wish);
            };
        }

        private static Optional<Integer> oneOf(List<AppointmentId> known, int number) {
            return known.isEmpty() ? Optional.empty() : Optional.of(number % known.size());
        }

        /** Everything that could be seen of it. */
        String describe() {
            return IntStream.range(0, visits.size())
                    .mapToObj(number -> visits.get(number) + " " + oracle.describe(number))
                    .collect(Collectors.joining(", ", "", " " + holds + blocks));
        }

        Optional<String> differenceFrom(Map<AppointmentId, Appointment> stored) {
            if (visits.size() != oracle.visits() || holds.size() != oracle.holds()) {
                return Optional.of("%d visits and %d holds were made, expected %d and %d"
                        .formatted(visits.size(), holds.size(), oracle.visits(), oracle.holds()));
            }
            if (!oracle.sharesNothing()) {
                return Optional.of("two share a therapist, a room or a client");
            }
            return IntStream.range(0, visits.size())
                    .filter(number -> !oracle.describe(number).equals(describe(stored.get(visits.get(number)))))
                    .mapToObj(number -> "visit %d is stored as %s, expected %s"
                            .formatted(number, describe(stored.get(visits.get(number))), oracle.describe(number)))
                    .findFirst();
        }

        private String describe(@Nullable Appointment appointment) {
            return appointment == null ? "nothing" : Seen.describe(appointment, oracle.now());
        }
    }
}
