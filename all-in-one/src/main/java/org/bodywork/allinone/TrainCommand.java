package org.bodywork.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bodywork.allinone.backing.DevServers;
import org.bodywork.allinone.data.Folders;
import org.bodywork.allinone.journey.Rehearsal;
import org.bodywork.allinone.process.AotCache;
import org.bodywork.allinone.process.Purpose;
import org.bodywork.allinone.terminal.Command;

/**
 * The last step of the build: unpacks the services' jars, lets all programs live through a rehearsal on an installation
 * of its own, from which their JVMs keep AOT caches, and notes that all is built.
 */
record TrainCommand(Home home) implements Command {

    @Override
    public int run(List<String> typed) {
        List<UnpackedJar> jars = Stream.of(Service.values())
                .map(service -> new UnpackedJar(home, service))
                .toList();
        jars.forEach(UnpackedJar::refresh);
        Libraries libraries = new Libraries(home);
        libraries.refresh();
        List<AotCache> caches = Stream.concat(
                        jars.stream().map(UnpackedJar::cache),
                        new DevServers(libraries.folder(), Purpose.TRAINING).caches().stream())
                .toList();
        if (!caches.stream().allMatch(AotCache::isTrained)) {
            try {
                rehearse();
                caches.forEach(AotCache::keep);
            } catch (RuntimeException e) {
                // The services start without the caches as well, only slower.
                System.err.println("There are no AOT caches, so everything starts more slowly: " + e.getMessage());
            }
        }
        home.built().write("");
        return 0;
    }

    /** On the embedded database: a mongod has nothing to learn. */
    private void rehearse() {
        try {
            Path data = Files.createTempDirectory("bodywork-training");
            try (Bodywork bodywork =
                    new Bodywork(home, new UpOptions(data, Ports.free(), true, false, true, Map.of()), _ -> {})) {
                bodywork.start();
                new Rehearsal(bodywork.site(), DemoListings.therapists()).play();
            } finally {
                Folders.delete(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
