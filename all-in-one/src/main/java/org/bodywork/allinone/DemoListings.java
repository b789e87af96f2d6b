package org.bodywork.allinone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bodywork.allinone.data.DataFolder;

/** The invented therapists that a first start can be tried with. */
record DemoListings(DataFolder folder, Ports ports, ServiceCalls calls) {

    private static final String FILE = "/demo/therapists.csv";

    /** Imports them at the first start, and returns once they can be booked. */
    void loadOnce() {
        Path done = folder.file("demo-loaded");
        if (Files.exists(done)) {
            return;
        }
        String csv = csv();
        new TherapistFile("the demo listings", csv).importInto(Service.THERAPIST.url(ports), calls);
        Bookable.firstOfEach(csv).forEach(each -> each.awaitKnown(Service.BOOKING.url(ports), calls));
        try {
            Files.createFile(done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String csv() {
        try (InputStream file = DemoListings.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
