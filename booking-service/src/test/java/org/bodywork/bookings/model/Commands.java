package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.model.Command.Answers;
import org.bodywork.bookings.model.Command.Wish;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Waiver;
import org.jspecify.annotations.Nullable;

/** Makes up what happens next: mostly what people would do, now and then what nobody should. */
final class Commands {

    /** Two households of two. */
    private static final int CLIENTS = 4;

    private static final int BROWSERS = 2;

    private final Random random;
    private final Scene scene;
    private int keys;

    Commands(Random random, Scene scene) {
        this.random = random;
        this.scene = scene;
    }

    Command next(Oracle oracle, List<Command> before) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> new Command.Wait(time(oracle));
            case 3 -> new Command.Sweep();
            case 4 -> timeOff();
            case 5 -> again(before);
            case 6, 7, 8, 9 -> new Command.Together(wish(oracle), wish(oracle));
            default -> wish(oracle);
        };
    }

    private Wish wish(Oracle oracle) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> wishForTime(oracle);
            case 4 -> wishOfPlanners(oracle);
            case 5, 6, 7 -> wishOfClient(oracle, any(oracle.visits()));
            default -> wishOfStaff(oracle, any(oracle.visits()));
        };
    }

    private Wish wishForTime(Oracle oracle) {
        int therapist = any(scene.listings().size());
        Instant start = start(oracle, therapist);
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Command.TakeHold(therapist, start, any(BROWSERS));
            case 2 -> new Command.Renew(any(oracle.holds()));
            case 3 -> new Command.Release(any(oracle.holds()));
            case 4, 5 -> bookHeld(oracle, therapist, start);
            default -> new Command.Book(keys++, therapist, start, any(CLIENTS), null, answers());
        };
    }

    /** Mostly for what it was made. */
    private Wish bookHeld(Oracle oracle, int therapist, Instant start) {
        int hold = any(oracle.holds());
        boolean right = oracle.holds() > 0 && random.nextInt(4) > 0;
        return new Command.Book(
                keys++,
                right ? oracle.held(hold).therapist() : therapist,
                right ? oracle.held(hold).start() : start,
                any(CLIENTS),
                hold,
                answers());
    }

    private Wish wishOfPlanners(Oracle oracle) {
        int therapist = any(scene.listings().size());
        Instant start = start(oracle, therapist);
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Command.BookByStaff(keys++, therapist, start, any(CLIENTS), waived());
            case 2, 3 -> new Command.Block(therapist, start, Duration.ofMinutes(5L * random.nextInt(1, 40)));
            default -> new Command.Lift(any(oracle.blocks()));
        };
    }

    private Wish wishOfClient(Oracle oracle, int visit) {
        return switch (random.nextInt(8)) {
            case 0 -> new Command.AcceptProposal(visit);
            case 1 -> new Command.DeclineProposal(visit);
            case 2 -> new Command.CancelByClient(visit);
            case 3 -> new Command.HandIn(visit, random.nextBoolean() ? Answers.HARMLESS : Answers.RED_FLAG);
            default -> new Command.MoveByClient(visit, start(oracle, therapistOf(oracle, visit)));
        };
    }

    private Wish wishOfStaff(Oracle oracle, int visit) {
        Instant start = start(oracle, therapistOf(oracle, visit));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Command.Accept(visit);
            case 3 -> new Command.Decline(visit);
            case 4, 5 -> new Command.Propose(visit, start);
            case 6 -> new Command.MoveByStaff(visit, start, waived());
            case 7 -> new Command.CancelByStaff(visit);
            case 8 -> new Command.Correct(visit, any(CLIENTS), random.nextInt(4) == 0);
            case 9 -> new Command.CheckIn(visit);
            case 10 -> new Command.Complete(visit);
            default -> new Command.NoShow(visit);
        };
    }

    private int therapistOf(Oracle oracle, int visit) {
        return oracle.visits() == 0 ? 0 : oracle.placeOf(visit).therapist();
    }

    /** A button pressed once more. */
    private Wish again(List<Command> before) {
        List<Wish> books = before.stream()
                .filter(command -> command instanceof Command.Book || command instanceof Command.BookByStaff)
                .map(Wish.class::cast)
                .toList();
        return books.isEmpty() ? new Command.Accept(0) : books.get(any(books.size()));
    }

    /** Mostly an opening, else anywhere on those days. */
    private Instant start(Oracle oracle, int therapist) {
        Listing listing = oracle.listing(therapist);
        LocalDate today = oracle.now().atZone(listing.zone()).toLocalDate();
        LocalDate date = today.plusDays(random.nextInt(3));
        List<Instant> openings = oracle.openings(therapist, date);
        @Nullable Instant near = openings.isEmpty() ? null : openings.get(any(openings.size()));
        int first = scene.atNight() ? 0 : 8;
        return near != null && random.nextInt(4) > 0
                ? near
                : date.atTime(first + random.nextInt(8), 5 * random.nextInt(12))
                        .atZone(listing.zone())
                        .toInstant();
    }

    /** A little, some hours, over a night, or just until something begins. */
    private Duration time(Oracle oracle) {
        return switch (random.nextInt(6)) {
            case 0 -> Duration.ofMinutes(random.nextInt(1, 12));
            case 1 -> Duration.ofMinutes(random.nextInt(10, 300));
            case 2 -> Duration.ofHours(random.nextInt(4, 40));
            case 3 -> until(oracle, scene.changeOfClocks());
            default ->
                oracle.visits() == 0
                        ? Duration.ofHours(1)
                        : until(oracle, oracle.placeOf(any(oracle.visits())).start());
        };
    }

    private Duration until(Oracle oracle, Instant moment) {
        Duration time = Duration.between(oracle.now(), moment.plus(Duration.ofMinutes(random.nextInt(-30, 60))));
        return time.isPositive() ? time : Duration.ofMinutes(20);
    }

    private Command timeOff() {
        LocalDateTime from = scene.date()
                .plusDays(random.nextInt(-1, 3))
                .atTime((scene.atNight() ? 0 : 8) + random.nextInt(6), 30 * random.nextInt(2));
        return new Command.TakeTimeOff(
                any(scene.listings().size()), from, from.plusMinutes(30L * random.nextInt(1, 8)));
    }

    private Answers answers() {
        return switch (random.nextInt(6)) {
            case 0 -> Answers.HARMLESS;
            case 1 -> Answers.RED_FLAG;
            default -> Answers.NONE;
        };
    }

    private Set<Waiver> waived() {
        return Stream.of(Waiver.values()).filter(_ -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }

    /** Some number below it, and 0 where there is none. */
    private int any(int count) {
        return random.nextInt(Math.max(1, count));
    }
}
