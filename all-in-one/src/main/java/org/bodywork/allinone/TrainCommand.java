package org.bodywork.allinone;

import java.util.List;
import java.util.stream.Stream;
import org.bodywork.allinone.terminal.Command;

/** The last step of the build: unpacks the services' jars, trains their AOT caches and notes that all is built. */
record TrainCommand(Home home) implements Command {

    @Override
    public int run(List<String> typed) {
        Stream.of(Service.values()).parallel().forEach(this::train);
        home.built().write("");
        return 0;
    }

    private void train(Service service) {
        UnpackedJar jar = new UnpackedJar(home, service);
        jar.refresh();
        try {
            jar.train();
        } catch (IllegalStateException e) {
            // The service starts without the cache as well, only slower.
            System.err.println("No AOT cache for " + service.module() + ": " + e.getMessage());
        }
    }
}
