package org.bodywork.bookings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.AListing;
import org.junit.jupiter.api.Test;

class BookingAgreesWithOracleIT {

    private static final int SEQUENCES = Integer.getInteger("sequences", 1_000);
    private static final long FIRST_SEED = Long.getLong("seed", 1);
    private static final int COMMANDS = 18;

    @Test
    void agreesInEverySequence() {
        List<String> differences = IntStream.range(0, TwoInstances.PAIRS)
                .parallel()
                .mapToObj(BookingAgreesWithOracleIT::firstDifference)
                .flatMap(Optional::stream)
                .toList();

        assertThat(differences).isEmpty();
    }

    /** Each pair of instances plays its share of the sequences. */
    private static Optional<String> firstDifference(int pair) {
        TwoInstances service = TwoInstances.pair(pair);
        return LongStream.range(FIRST_SEED, FIRST_SEED + SEQUENCES)
                .filter(seed -> seed % TwoInstances.PAIRS == pair)
                .mapToObj(seed -> play(service, seed))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** It stands where the visit is only asked to move to, so nobody meets it who looks at the visit's own time. */
    @Test
    void agreesOnACorrectionWhereAnExpiredRequestIsInTheWay() {
        LocalDate date = LocalDate.of(2026, 12, 9);
        AListing patient = aListing().workingDaily("09:00", "17:00").withRequestsWaiting(Duration.ofDays(1));
        AListing hasty = aListing().workingDaily("09:00", "17:00").withRequestsWaiting(Duration.ofHours(1));
        Instant ten = date.atTime(10, 0).atZone(CHICAGO).toInstant();
        Instant two = date.atTime(14, 0).atZone(CHICAGO).toInstant();
        Scene scene = new Scene(List.of(patient.please(), hasty.please()), date, ten.minus(Duration.ofDays(2)), false);
        World world = new World(TwoInstances.running(), scene);

        Stream.of(
                        new Command.BookByStaff(0, 0, ten, 0, Set.of()),
                        new Command.MoveByClient(0, two),
                        new Command.Book(1, 1, two, 2),
                        new Command.Wait(Duration.ofHours(2)),
                        new Command.Correct(0, 2, false))
                .forEach(command ->
                        assertThat(world.step(command)).as("%s", command).isEmpty());

        assertThat(world.oracle().describe(0)).isEqualTo("CONFIRMED %s or %s of 2".formatted(ten, two));
        assertThat(world.lastLook()).isEmpty();
    }

    private static Optional<String> play(TwoInstances service, long seed) {
        Scene scene = Scene.of(new Random(seed));
        List<Command> commands = new ArrayList<>();
        return playMadeUp(service, scene, seed, commands).map(wrong -> {
            List<Command> shortest =
                    Shortest.of(commands, some -> replay(service, scene, some).isPresent());
            return "seed %d: %s%nshortest found: %s%n%s%n%s"
                    .formatted(
                            seed,
                            wrong,
                            replay(service, scene, shortest).orElse("not seen again"),
                            shortest.stream().map(Command::toString).collect(Collectors.joining("\n")),
                            scene);
        });
    }

    private static Optional<String> playMadeUp(TwoInstances service, Scene scene, long seed, List<Command> commands) {
        World world = new World(service, scene);
        Commands source = new Commands(new Random(~seed), scene);
        for (int count = 0; count < COMMANDS; count++) {
            Command next = source.next(world.oracle(), commands);
            commands.add(next);
            Optional<String> wrong = world.step(next);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return world.lastLook();
    }

    private static Optional<String> replay(TwoInstances service, Scene scene, List<Command> commands) {
        World world = new World(service, scene);
        return commands.stream()
                .map(world::step)
                .flatMap(Optional::stream)
                .findFirst()
                .or(world::lastLook);
    }
}
