package org.bodywork.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.allinone.backing.Backing;
import org.bodywork.allinone.backing.Brokers;
import org.bodywork.allinone.backing.Databases;
import org.bodywork.allinone.backing.DevServers;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.data.Keys;
import org.bodywork.allinone.data.Stores;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.http.UploadedFile;
import org.bodywork.allinone.journey.Site;
import org.bodywork.allinone.process.Jvm;
import org.bodywork.allinone.process.Keeper;
import org.bodywork.allinone.process.Memory;
import org.bodywork.allinone.process.OneShot;
import org.bodywork.allinone.process.Watchdog;
import org.bodywork.allinone.terminal.Trouble;
import org.jspecify.annotations.Nullable;

/** All of Bodywork on this machine: database, broker, messages and three services, each a process of its own. */
public final class Bodywork implements AutoCloseable {

    private static final Duration SERVES_AGAIN_WITHIN = Duration.ofMinutes(2);

    private static final Duration REBUILDS_WITHIN = Duration.ofMinutes(5);

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    /** A JVM in training makes its AOT cache when it ends. */
    private static final Duration WRITES_CACHE_WITHIN = Duration.ofMinutes(5);

    private final Home home;
    private final UpOptions options;
    private final DataFolder folder;
    private final Consumer<String> notices;
    private @Nullable FileLock lock;
    private @Nullable Watchdog watchdog;
    private @Nullable Crew crew;
    private @Nullable Programs programs;

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
        Libraries libraries = new Libraries(home);
        libraries.refresh();
        DevServers servers = new DevServers(libraries.folder(), options.purpose());
        Backing database = new Databases(folder, servers, ports.mongo()).choose(options.environment());
        Backing broker =
                new Brokers(folder, servers, ports.kafka(), ports.kafkaController()).choose(options.environment());
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
        Crew everybody = launch(new Programs(home, options, folder, keys, servers, database, broker));
        Stamp demoLoaded = new Stamp(folder.file("demo-loaded"));
        if (!options.demo() || demoLoaded.exists()) {
            everybody.awaitServing();
            return;
        }
        URI directory = Service.THERAPIST.url(ports);
        Http calls = Http.internal(keys.get(Keys.INTERNAL_TOKEN));
        // The directory takes them while the other services still start.
        everybody.awaitServing(Service.THERAPIST.module());
        DemoListings.importInto(directory, calls);
        everybody.awaitServing();
        DemoListings.awaitBookable(Service.BOOKING.url(ports));
        // Counting them takes as much work again, which nobody has to wait for.
        DemoListings.review(directory, calls);
        demoLoaded.write("");
    }

    /**
     * Imports a file of therapists.
     *
     * @param progress is told of rows while they are handled
     * @return what became of them
     * @throws Trouble when a row is refused
     */
    public String importTherapists(String name, UploadedFile file, Consumer<String> progress) {
        TherapistFile.Imported imported = new TherapistFile(name, file)
                .importInto(
                        Service.THERAPIST.url(ports()),
                        "",
                        Http.internal(Keys.of(folder).get(Keys.INTERNAL_TOKEN)),
                        progress,
                        fault -> {
                            throw new Trouble("The import refused a row: " + fault);
                        });
        return imported.line();
    }

    /** Has therapist-service make its search index anew; returns once it is used. */
    public void rebuildSearch() {
        Http.internal(Keys.of(folder).get(Keys.INTERNAL_TOKEN))
                .waiting(REBUILDS_WITHIN)
                .post(Service.THERAPIST.url(ports()).resolve("/internal/search/rebuild"))
                .expect(200);
    }

    /** Where its database answers. */
    public String databaseAddress() {
        return startedPrograms().database().address();
    }

    /** Where its broker answers. */
    public String brokerAddress() {
        return startedPrograms().broker().address();
    }

    /** Its secrets. */
    public Keys keys() {
        return Keys.of(folder);
    }

    /**
     * Starts one more instance of the service, which ends with the rest, and returns once it serves.
     *
     * @return where it answers
     */
    public URI startAnother(Service service) {
        int port = service.port(Ports.free());
        running().startAnother(startedPrograms().another(service, port));
        return URI.create("http://localhost:" + port);
    }

    private synchronized Programs startedPrograms() {
        return Objects.requireNonNull(programs, "not started");
    }

    /** Where therapist-service keeps its search index. */
    public Path searchIndex() {
        return ServiceEnvironment.searchIndex(options);
    }

    /** The same for a short file. */
    public String importTherapists(String name, String csv) {
        return importTherapists(name, UploadedFile.holding(csv), _ -> {});
    }

    private Crew launch(Programs all) {
        Crew everybody = new Crew(
                all.foundations(),
                all.services(),
                new RunningProcesses(folder, options, all.broker().address(), guard(Watchdog.start()), notices),
                options.training() ? WRITES_CACHE_WITHIN : ENDS_WITHIN);
        synchronized (this) {
            crew = everybody;
            programs = all;
        }
        everybody.start();
        return everybody;
    }

    public Ports ports() {
        return options.ports();
    }

    public Site site() {
        return new Site(
                Service.BOOKING.url(ports()),
                Service.THERAPIST.url(ports()),
                URI.create("http://localhost:" + ports().messages()));
    }

    public Instant businessTime() {
        return time().now();
    }

    /** Waits until all that is due now is done, and moves business time forward. */
    public Instant moveTime(Duration step) {
        return time().move(step);
    }

    /** Waits until nothing is due and nothing is on its way. */
    public void awaitCalm() {
        time().awaitCalm();
    }

    private BusinessTime time() {
        State state = new StateFile(folder).read().orElseThrow();
        return new BusinessTime(
                state.ports(),
                state.kafkaServers(),
                Http.internal(Keys.of(folder).get(Keys.INTERNAL_TOKEN)));
    }

    /** What each process keeps in RAM. */
    public String memory() {
        return running().all().stream().map(Bodywork::memory).collect(Collectors.joining(", ", "memory: ", ""));
    }

    /** What a service keeps in RAM beside the files that it has mapped. */
    public String memoryWithoutFiles(Service service) {
        ProcessHandle process = running().named(service.module()).process();
        long size = process == null ? 0 : Memory.anonymousMiB(process.pid()).orElse(0);
        return "%s without files %d MB".formatted(service.module(), size);
    }

    /** What of a service's heap is in use, in MB, once whatever nobody needs has been collected. */
    public long heapAfterCollection(Service service) {
        ProcessHandle process =
                Objects.requireNonNull(running().named(service.module()).process(), service.module() + " does not run");
        new OneShot(folder.root(), List.of(Jvm.tool("jcmd"), Long.toString(process.pid()), "GC.run")).run();
        return Http.plain()
                        .get(service.url(ports()).resolve("/actuator/prometheus"))
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                >> 20;
    }

    private static String memory(Keeper keeper) {
        ProcessHandle process = keeper.process();
        long size = process == null ? 0 : Memory.residentMiB(process.pid()).orElse(0);
        return "%s %d MB".formatted(keeper.name(), size);
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
