package org.bodywork.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bodywork.allinone.data.Folders;
import org.bodywork.allinone.journey.Rehearsal;
import org.bodywork.allinone.terminal.Command;

/**
 * The last step of the build: unpacks the services' jars, lets them live through a rehearsal on an installation of its
 * own, from which their JVMs keep AOT caches, and notes that all is built.
 */
record TrainCommand(Home home) implements Command {

    @Override
    public int run(List<String> typed) {
        List<UnpackedJar> jars = Stream.of(Service.values())
                .map(service -> new UnpackedJar(home, service))
                .toList();
        jars.forEach(UnpackedJar::refresh);
        if (!jars.stream().allMatch(UnpackedJar::isTrained)) {
            try {
                rehearse();
                jars.forEach(UnpackedJar::keepTraining);
            } catch (RuntimeException e) {
                // The services start without the caches as well, only slower.
                System.err.println("There are no AOT caches, so the services start more slowly: " + e.getMessage());
            }
        }
        home.built().write("");
        return 0;
    }

    /** On the embedded database: what is learnt is about the services. */
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
