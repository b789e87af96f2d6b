package org.bodywork.allinone;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Command;
import org.bodywork.allinone.terminal.Trouble;

/** Starts everything and stays until it is asked to end. */
record UpCommand(Home home) implements Command {

    private static final String PORT_BASE = "--port-base";
    private static final String NO_DEMO = "--no-demo";
    private static final String CLOCK_CONTROL = "--clock-control";

    @Override
    public int run(List<String> typed) {
        Bodywork bodywork = new Bodywork(home, options(typed), System.out::println);
        Thread end = new Thread(() -> end(bodywork), "end");
        Runtime.getRuntime().addShutdownHook(end);
        new Shell().onEnd(() -> System.exit(0));
        try {
            bodywork.start();
        } catch (RuntimeException e) {
            forget(end);
            throw e;
        }
        announce(bodywork);
        stayUntilAskedToEnd();
        return 0;
    }

    private UpOptions options(List<String> typed) {
        Arguments arguments =
                Arguments.read(typed, Set.of(Installation.DATA, PORT_BASE), Set.of(NO_DEMO, CLOCK_CONTROL));
        if (!arguments.others().isEmpty()) {
            throw new Trouble("up does not know \"%s\"; see ./bodywork help"
                    .formatted(arguments.others().getFirst()));
        }
        return new UpOptions(
                arguments.value(Installation.DATA).map(Path::of).orElseGet(home::defaultData),
                arguments.value(PORT_BASE).map(UpCommand::ports).orElseGet(Ports::usual),
                !arguments.has(NO_DEMO),
                arguments.has(CLOCK_CONTROL),
                false,
                System.getenv());
    }

    private static Ports ports(String base) {
        try {
            return Ports.from(Integer.parseInt(base));
        } catch (NumberFormatException e) {
            throw new Trouble("--port-base needs a number, not \"%s\".".formatted(base), e);
        }
    }

    private static void announce(Bodywork bodywork) {
        Ports ports = bodywork.ports();
        // ./bodywork up --background waits for a line that begins so.
        System.out.printf(
                Locale.ROOT,
                "Bodywork is ready: bookings %s, therapists %s, notifications %s, messages http://localhost:%d%n",
                Service.BOOKING.url(ports),
                Service.THERAPIST.url(ports),
                Service.NOTIFICATION.url(ports),
                ports.messages());
        System.out.printf(Locale.ROOT, "Ready after %.1f s; %s%n", sinceStart().toMillis() / 1000.0, bodywork.memory());
    }

    private static Duration sinceStart() {
        return Duration.ofMillis(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    private static void end(Bodywork bodywork) {
        bodywork.close();
        System.out.println("Bodywork has ended.");
    }

    /** Nothing runs, so there is nothing to end. */
    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException alreadyEnding) {
            stayUntilAskedToEnd();
        }
    }

    /** Returns only when interrupted: signals end the JVM, and the shutdown hook ends the rest. */
    private static void stayUntilAskedToEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
