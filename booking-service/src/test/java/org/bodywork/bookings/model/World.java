package org.bodywork.bookings.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final int LOOKS_EVERY = 4;

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
        this.story = new Story(new Oracle(scene.listings(), scene.begins()), List.of(), List.of());
        service.begin(scene, defect);
    }

    Oracle oracle() {
        return story.oracle;
    }

    TherapistId therapist(int number) {
        return scene.listings().get(number).id();
    }

    @Nullable AppointmentId visit(int number) {
        return story.visits.get(number);
    }

    @Nullable AppointmentId hold(int number) {
        return story.holds.get(number);
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
                instance().sweep(story.visits, story.holds);
                story.oracle.sweep();
                yield Optional.empty();
            }
            case Command.TakeTimeOff timeOff -> {
                Listing changed =
                        Scene.withTimeOff(story.oracle.listing(timeOff.therapist()), timeOff.from(), timeOff.to());
                story.oracle.listing(timeOff.therapist(), changed);
                service.publish(changed);
                yield Optional.empty();
            }
            case Command.Together together -> together(together);
            case Wish wish -> story.resolve(wish).flatMap(this::alone);
        };
        service.tellEachOther(scene.listings());
        return steps % LOOKS_EVERY > 0
                ? wrong
                : wrong.or(() -> story.differenceFrom(service.one())).or(this::openingsDiffer);
    }

    /** What differs at the end between all that is stored and what ought to be. */
    Optional<String> lastLook() {
        List<Finding> findings = service.history().findings();
        return story.differenceFrom(service.one())
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
        for (List<Turn> order : List.of(List.of(first, second), List.of(second, first))) {
            Story told = story.copy();
            Optional<String> difference = told.tell(order).or(() -> told.differenceFrom(service.one()));
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
        private final List<AppointmentId> visits;
        private final List<AppointmentId> holds;

        Story(Oracle oracle, List<AppointmentId> visits, List<AppointmentId> holds) {
            this.oracle = oracle;
            this.visits = new ArrayList<>(visits);
            this.holds = new ArrayList<>(holds);
        }

        Story copy() {
            return new Story(oracle.copy(), visits, holds);
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
            if (outcome.id() != null) {
                if (oracle.visits() > visits.size()) {
                    visits.add(outcome.id());
                }
                if (oracle.holds() > holds.size()) {
                    holds.add(outcome.id());
                }
            }
            return expected;
        }

        /** The wish with the very number it means; none when there is nothing yet that it could mean. */
        Optional<Wish> resolve(Wish wish) {
            return Optional.ofNullable(
                    switch (wish) {
                        case Command.TakeHold take -> take;
                        case Command.Book book ->
                            new Command.Book(
                                    book.key(),
                                    book.therapist(),
                                    book.start(),
                                    book.client(),
                                    book.hold() == null || holds.isEmpty() ? null : book.hold() % holds.size());
                        case Command.Renew it -> holds.isEmpty() ? null : new Command.Renew(it.hold() % holds.size());
                        case Command.Release it ->
                            holds.isEmpty() ? null : new Command.Release(it.hold() % holds.size());
                        case Wish other -> visits.isEmpty() ? null : resolveVisit(other);
                    });
        }

        private Wish resolveVisit(Wish wish) {
            int of = visits.size();
            return switch (wish) {
                case Command.Accept it -> new Command.Accept(it.visit() % of);
                case Command.Decline it -> new Command.Decline(it.visit() % of);
                case Command.Propose it -> new Command.Propose(it.visit() % of, it.start());
                case Command.AcceptProposal it -> new Command.AcceptProposal(it.visit() % of);
                case Command.DeclineProposal it -> new Command.DeclineProposal(it.visit() % of);
                case Command.MoveByClient it -> new Command.MoveByClient(it.visit() % of, it.start());
                case Command.MoveByStaff it -> new Command.MoveByStaff(it.visit() % of, it.start());
                case Command.CancelByClient it -> new Command.CancelByClient(it.visit() % of);
                case Command.CancelByStaff it -> new Command.CancelByStaff(it.visit() % of);
                case Command.CheckIn it -> new Command.CheckIn(it.visit() % of);
                case Command.Complete it -> new Command.Complete(it.visit() % of);
                case Command.NoShow it -> new Command.NoShow(it.visit() % of);
                default -> wish;
            };
        }

        Optional<String> differenceFrom(Instance instance) {
            if (visits.size() != oracle.visits() || holds.size() != oracle.holds()) {
                return Optional.of("%d visits and %d holds were made, expected %d and %d"
                        .formatted(visits.size(), holds.size(), oracle.visits(), oracle.holds()));
            }
            if (!oracle.sharesNothing()) {
                return Optional.of("two share a therapist or a room");
            }
            Map<Integer, String> stored = new HashMap<>();
            IntStream.range(0, visits.size())
                    .forEach(number -> stored.put(
                            number,
                            instance.appointment(visits.get(number))
                                    .map(this::describe)
                                    .blockOptional(PATIENCE)
                                    .orElse("nothing")));
            return IntStream.range(0, visits.size())
                    .filter(number -> !oracle.describe(number).equals(stored.get(number)))
                    .mapToObj(number -> "visit %d is stored as %s, expected %s"
                            .formatted(number, stored.get(number), oracle.describe(number)))
                    .findFirst();
        }

        private String describe(Appointment appointment) {
            var wanted = appointment.state().wanted();
            boolean stands = wanted != null && wanted.expiresAt().isAfter(oracle.now());
            return appointment.statusAt(oracle.now())
                    + " "
                    + appointment.state().visit().start()
                    + (wanted != null && stands ? " or " + wanted.visit().start() : "");
        }
    }
}
