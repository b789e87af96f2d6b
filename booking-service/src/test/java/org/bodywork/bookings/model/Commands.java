package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.bodywork.bookings.model.Command.Wish;
import org.bodywork.bookings.opening.domain.Listing;
import org.jspecify.annotations.Nullable;

/** Makes up what happens next: mostly what people would do, now and then what nobody should. */
final class Commands {

    private static final int CLIENTS = 3;

    private final Random random;
    private final Scene scene;
    private int keys;

    Commands(Random random, Scene scene) {
        this.random = random;
        this.scene = scene;
    }

    Command next(Oracle oracle, List<Command> before) {
        return switch (random.nextInt(20)) {
            case 0, 1 -> new Command.Wait(time());
            case 2 -> new Command.Sweep();
            case 3 -> timeOff();
            case 4 -> again(before);
            case 5, 6, 7, 8 -> new Command.Together(wish(oracle), wish(oracle));
            default -> wish(oracle);
        };
    }

    private Wish wish(Oracle oracle) {
        int visit = random.nextInt(Math.max(1, oracle.visits()));
        int hold = random.nextInt(Math.max(1, oracle.holds()));
        int therapist = random.nextInt(scene.listings().size());
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> new Command.TakeHold(therapist, start(oracle, therapist));
            case 3 -> new Command.Renew(hold);
            case 4 -> new Command.Release(hold);
            case 5, 6, 7, 8 -> new Command.Book(key(), therapist, start(oracle, therapist), client(), null);
            case 9, 10 -> new Command.Book(key(), therapist, start(oracle, therapist), client(), hold);
            case 11, 12 -> new Command.Accept(visit);
            case 13 -> new Command.Decline(visit);
            case 14, 15 -> new Command.Propose(visit, start(oracle, therapist));
            case 16 -> new Command.AcceptProposal(visit);
            case 17 -> new Command.DeclineProposal(visit);
            case 18, 19 -> new Command.MoveByClient(visit, start(oracle, therapist));
            case 20 -> new Command.MoveByStaff(visit, start(oracle, therapist));
            case 21 -> new Command.CancelByClient(visit);
            case 22 -> new Command.CancelByStaff(visit);
            default ->
                switch (random.nextInt(3)) {
                    case 0 -> new Command.CheckIn(visit);
                    case 1 -> new Command.Complete(visit);
                    default -> new Command.NoShow(visit);
                };
        };
    }

    /** A button pressed once more. */
    private Wish again(List<Command> before) {
        List<Command.Book> books = before.stream()
                .filter(Command.Book.class::isInstance)
                .map(Command.Book.class::cast)
                .toList();
        return books.isEmpty() ? new Command.Accept(0) : books.get(random.nextInt(books.size()));
    }

    private Instant start(Oracle oracle, int therapist) {
        Listing listing = oracle.listing(therapist);
        LocalDate today = oracle.now().atZone(listing.zone()).toLocalDate();
        LocalDate date = today.plusDays(random.nextInt(3));
        List<Instant> openings = oracle.openings(therapist, date);
        @Nullable Instant near = openings.isEmpty() ? null : openings.get(random.nextInt(openings.size()));
        return near != null && random.nextInt(4) > 0
                ? near
                : date.atTime(random.nextInt(8, 16), 5 * random.nextInt(12))
                        .atZone(listing.zone())
                        .toInstant();
    }

    private Duration time() {
        return switch (random.nextInt(3)) {
            case 0 -> Duration.ofMinutes(random.nextInt(1, 12));
            case 1 -> Duration.ofMinutes(random.nextInt(10, 300));
            default -> Duration.ofHours(random.nextInt(4, 40));
        };
    }

    private Command timeOff() {
        LocalDateTime from =
                scene.date().plusDays(random.nextInt(-1, 3)).atTime(random.nextInt(8, 14), 30 * random.nextInt(2));
        return new Command.TakeTimeOff(
                random.nextInt(scene.listings().size()), from, from.plusMinutes(30L * random.nextInt(1, 8)));
    }

    private int key() {
        return keys++;
    }

    private int client() {
        return random.nextInt(CLIENTS);
    }
}
