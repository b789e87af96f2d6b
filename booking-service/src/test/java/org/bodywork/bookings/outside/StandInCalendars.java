package org.bodywork.bookings.outside;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bodywork.bookings.outside.FetchFailure.Kind;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/** Outside calendars as their servers would answer, without servers. */
@TestComponent
@Primary
public class StandInCalendars implements CalendarSource {

    private final Map<URI, String> calendars = new ConcurrentHashMap<>();

    public void serve(String url, String text) {
        calendars.put(URI.create(url), text);
    }

    public void takeDown(String url) {
        calendars.remove(URI.create(url));
    }

    @Override
    public Mono<Fetched> fetch(URI url, Tag seen) {
        return Mono.fromSupplier(() -> {
            String text = calendars.get(url);
            if (text == null) {
                throw new FetchFailure(Kind.UNREACHABLE);
            }
            String etag = "\"" + text.hashCode() + "\"";
            return etag.equals(seen.etag()) ? new Unchanged() : new Text(text, new Tag(etag, null));
        });
    }
}
