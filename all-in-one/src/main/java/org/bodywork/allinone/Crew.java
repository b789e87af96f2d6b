package org.bodywork.allinone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bodywork.allinone.process.Keeper;
import org.bodywork.allinone.process.Program;
import org.bodywork.allinone.process.Register;

/** What the services stand on, the services, and the order in which they end. */
final class Crew {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

    private final List<Keeper> foundations;
    private final List<Keeper> services;
    private final Register register;
    private final Duration endsWithin;

    /**
     * Keepers for all of them; nothing runs yet.
     *
     * @param foundations what the services use; none of them uses another
     * @param endsWithin how long each may take to end before it is killed
     */
    Crew(List<Program> foundations, List<Program> services, Register register, Duration endsWithin) {
        this.foundations = keepers(foundations, register);
        this.services = new CopyOnWriteArrayList<>(keepers(services, register));
        this.register = register;
        this.endsWithin = endsWithin;
    }

    /** Starts all at once, since a service waits by itself for what it needs. */
    void start() {
        all().forEach(Keeper::start);
    }

    /** Returns when all serve. */
    void awaitServing() {
        all().forEach(keeper -> keeper.awaitServing(STARTS_WITHIN));
    }

    /** Returns when what the services stand on serves, and the service of that name. */
    void awaitServing(String service) {
        foundations.forEach(keeper -> keeper.awaitServing(STARTS_WITHIN));
        named(service).awaitServing(STARTS_WITHIN);
    }

    /** Starts one more service beside them, which ends with them, and returns when it serves. */
    void startAnother(Program program) {
        Keeper keeper = new Keeper(program, register);
        services.add(keeper);
        keeper.start();
        keeper.awaitServing(STARTS_WITHIN);
    }

    /** Ends the services side by side, then what they stood on. */
    void stop() {
        stop(services);
        stop(foundations);
    }

    private void stop(List<Keeper> keepers) {
        CompletableFuture.allOf(keepers.stream()
                        .map(keeper ->
                                CompletableFuture.runAsync(() -> keeper.stop(endsWithin), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    List<Keeper> all() {
        return Stream.concat(foundations.stream(), services.stream()).toList();
    }

    Keeper named(String name) {
        return all().stream()
                .filter(keeper -> keeper.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing here is called " + name));
    }

    private static List<Keeper> keepers(List<Program> programs, Register register) {
        return programs.stream().map(program -> new Keeper(program, register)).toList();
    }
}
