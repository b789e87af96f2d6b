package org.bodywork.bookings.model;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BookingAgreesWithOracleIT {

    private static final int SEQUENCES = Integer.getInteger("sequences", 1_000);
    private static final long FIRST_SEED = Long.getLong("seed", 1);
    private static final int COMMANDS = 18;

    @Test
    void agreesInEverySequence() {
        TwoInstances service = TwoInstances.running();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed++) {
            play(service, seed);
        }
    }

    private static void play(TwoInstances service, long seed) {
        Scene scene = Scene.of(new Random(seed));
        List<Command> commands = new ArrayList<>();
        Optional<String> wrong = playMadeUp(service, scene, seed, commands);
        if (wrong.isPresent()) {
            List<Command> shortest =
                    Shortest.of(commands, some -> replay(service, scene, some).isPresent());
            fail("seed %d: %s%nshortest found: %s%n%s%n%s"
                    .formatted(
                            seed,
                            wrong.get(),
                            replay(service, scene, shortest).orElse("not seen again"),
                            shortest.stream().map(Command::toString).collect(Collectors.joining("\n")),
                            scene));
        }
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
