package org.bodywork.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bodywork.allinone.backing.Backing;
import org.bodywork.allinone.backing.Brokers;
import org.bodywork.allinone.backing.Databases;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.data.Keys;
import org.bodywork.allinone.data.Stores;
import org.bodywork.allinone.process.Keeper;
import org.bodywork.allinone.process.Watchdog;
import org.jspecify.annotations.Nullable;

/** All of Bodywork on this machine: database, broker, messages and three services, each a process of its own. */
public final class Bodywork implements AutoCloseable {

    private static final Duration SERVES_AGAIN_WITHIN = Duration.ofMinutes(2);

    private final Home home;
    private final UpOptions options;
    private final DataFolder folder;
    private final Consumer<String> notices;
    private @Nullable FileLock lock;
    private @Nullable Watchdog watchdog;
    private @Nullable Crew crew;

    /**
     * One installation; nothing runs yet.
     *
     * @param notices is given lines for the person who started it
     */
    public Bodywork(Home home, UpOptions options, Consumer<String> notices) {
        this.home = home;
        this.options = options;
        this.folder = DataFolder.at(options.data());
        this.notices = notices;
    }

    /**
     * Starts everything and returns once all of it serves and, where wanted, the demo listings can be booked.
     *
     * @throws org.bodywork.allinone.terminal.Trouble when that cannot be; then nothing is left running
     */
    public void start() {
        try {
            startAll();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startAll() {
        folder.create();
        hold(folder.lock());
        new Leftovers(folder).end();
        Ports ports = options.ports();
        Backing database = new Databases(folder, home.libraries(), ports.mongo()).choose(options.environment());
        Backing broker = new Brokers(folder, home.libraries(), ports.kafka(), ports.kafkaController())
                .choose(options.environment());
        ports.requireFree(database.local() != null, broker.local() != null);
        new Stores(folder)
                .claim(Stream.of(database, broker)
                        .map(Backing::local)
                        .filter(Objects::nonNull)
                        .map(Backing.Local::store)
                        .toList());
        if (database.notice() != null) {
            notices.accept(database.notice());
        }
        Keys keys = Keys.of(folder);
        launch(new Programs(home, options, folder, keys, database, broker));
        if (options.demo()) {
            new DemoListings(folder, ports, new ServiceCalls(keys.get(Keys.INTERNAL_TOKEN))).loadOnce();
        }
    }

    private void launch(Programs programs) {
        Crew everybody = new Crew(
                programs.foundations(),
                programs.services(),
                new RunningProcesses(folder, options, programs.broker().address(), guard(Watchdog.start()), notices));
        synchronized (this) {
            crew = everybody;
        }
        everybody.start();
    }

    public Ports ports() {
        return options.ports();
    }

    /** What opens the services' internal addresses. */
    public String internalToken() {
        return Keys.of(folder).get(Keys.INTERNAL_TOKEN);
    }

    /** Every process of this installation, by name, in the order they were started. */
    public List<Keeper> processes() {
        return running().all();
    }

    /** Kills a service as {@code kill -9} does; it will be started again. */
    public void kill(Service service) {
        running().named(service.module()).kill();
    }

    /** Waits until the service serves, again after a kill. */
    public void awaitServing(Service service) {
        running().named(service.module()).awaitServing(SERVES_AGAIN_WITHIN);
    }

    private synchronized Crew running() {
        return Objects.requireNonNull(crew, "not started");
    }

    private synchronized void hold(FileLock held) {
        lock = held;
    }

    private synchronized Watchdog guard(Watchdog started) {
        watchdog = started;
        return started;
    }

    /** Ends everything in order; may be called at any time, also while it starts. */
    @Override
    public synchronized void close() {
        if (crew != null) {
            crew.stop();
            new StateFile(folder).delete();
            crew = null;
        }
        if (watchdog != null) {
            watchdog.close();
            watchdog = null;
        }
        release();
    }

    private void release() {
        if (lock == null) {
            return;
        }
        try {
            lock.acquiredBy().close();
            lock = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
