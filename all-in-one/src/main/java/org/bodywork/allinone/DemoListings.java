package org.bodywork.allinone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.process.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The invented therapists that a first start can be tried with. */
public final class DemoListings {

    private static final String FILE = "/demo/therapists.csv";
    private static final String REVIEWS = "/demo/reviews.json";
    private static final Duration BOOKABLE_WITHIN = Duration.ofMinutes(1);

    private DemoListings() {}

    static void importInto(URI directory, Http calls) {
        TherapistFile.of("the demo listings", csv()).importInto(directory, "", calls, _ -> {}, _ -> {});
    }

    /** Adds what is said of them, which is counted within seconds. */
    static void review(URI directory, Http calls) {
        calls.postJson(directory.resolve("/internal/demo-reviews"), Map.of("reviews", reviews()))
                .expect(201);
    }

    /** Returns once all of them can be booked. */
    static void awaitBookable(URI bookings) {
        Bookings api = new Bookings(bookings);
        for (DemoTherapist therapist : therapists()) {
            Waiting.until(
                    () -> api.know(therapist),
                    known -> known,
                    BOOKABLE_WITHIN,
                    _ -> "booking-service does not know the demo therapist %s; see ./bodywork logs booking-service"
                            .formatted(therapist.id()));
        }
    }

    public static List<DemoTherapist> therapists() {
        return DemoTherapist.in(csv());
    }

    static String csv() {
        return text(FILE);
    }

    /** What imagined clients say of some of them. */
    static JsonNode reviews() {
        return JsonMapper.shared().readTree(text(REVIEWS));
    }

    private static String text(String name) {
        try (InputStream file = DemoListings.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
