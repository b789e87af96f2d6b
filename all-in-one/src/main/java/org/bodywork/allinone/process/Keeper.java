package org.bodywork.allinone.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bodywork.allinone.terminal.Trouble;
import org.jspecify.annotations.Nullable;

/** Keeps one program running: when its process ends without being asked to, another is started after a pause. */
public final class Keeper {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Program program;
    private final Register register;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable ProcessHandle process;
    private volatile @Nullable Thread loop;

    /** Done when the process of now, or the one that follows a killed one, has come to serve. */
    private volatile CompletableFuture<Void> serving = new CompletableFuture<>();

    public Keeper(Program program, Register register) {
        this.program = program;
        this.register = register;
    }

    public void start() {
        loop = Thread.ofVirtual().name("keep " + program.name()).start(this::keep);
    }

    public String name() {
        return program.name();
    }

    /** The process of now, or during a pause the last one. */
    public @Nullable ProcessHandle process() {
        return process;
    }

    /**
     * Waits until the program serves.
     *
     * @throws Trouble when it ended while it was started for the first time, or the time is over
     */
    public void awaitServing(Duration patience) {
        try {
            serving.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new Trouble(
                    "%s is not ready after %d s; its log may say why: ./bodywork logs %s"
                            .formatted(name(), patience.toSeconds(), name()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("The start was interrupted.", e);
        }
    }

    /** Ends the process in a way it cannot prepare for; it will be started again. */
    public void kill() {
        ProcessHandle victim = process;
        if (victim != null) {
            serving = new CompletableFuture<>();
            victim.destroyForcibly();
            victim.onExit().join();
        }
    }

    /** Asks the process to end, waits so long, ends it hard when it has not, and starts no other. */
    public void stop(Duration patience) {
        stopping.countDown();
        end(process, patience);
        Thread keeping = loop;
        if (keeping != null) {
            keeping.interrupt();
            joinQuietly(keeping, patience);
        }
    }

    private void keep() {
        try {
            if (!runOnce()) {
                throw new Trouble(
                        "%s ended while starting; its log says why: ./bodywork logs %s".formatted(name(), name()));
            }
            keepRunning();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            serving.completeExceptionally(e);
        }
    }

    private void keepRunning() throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!isStopping()) {
            register.notice("%s has ended; it is started again in %d s.".formatted(name(), pause.toSeconds()));
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            pause = runOnce() ? FIRST_PAUSE : longer(pause);
        }
    }

    /** Runs the program until its process ends; true when it had come to serve. */
    private boolean runOnce() {
        Running started = program.start();
        ProcessHandle present = started.process();
        process = present;
        register.started(name(), present);
        if (isStopping()) {
            present.destroy();
        }
        CompletableFuture<Void> announced = started.ready().thenRun(() -> serving.complete(null));
        present.onExit().join();
        register.ended(name(), present);
        return announced.isDone() || isStopping();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private static void end(@Nullable ProcessHandle process, Duration patience) {
        if (process != null) {
            process.destroy();
            Ending.await(process, patience);
        }
    }

    private static void joinQuietly(Thread thread, Duration patience) {
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
