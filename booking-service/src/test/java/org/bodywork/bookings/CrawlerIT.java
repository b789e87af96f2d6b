package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.HtmlUtils;

/** Something that follows every link it sees, as search engines, previews and mail scanners do. */
@WholeService
class CrawlerIT {

    private static final int MOST_PAGES = 300;
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");

    private final StandInTherapists directory = StandInTherapists.get();
    private final Town town;
    private final BookingApi api;
    private final ReactiveMongoTemplate mongo;

    CrawlerIT(@Autowired Town town, @LocalServerPort int port, @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.mongo = mongo;
    }

    @AfterEach
    void isAway() {
        directory.isAway();
    }

    @Test
    void changesNothingAndMeetsNoMistakeOfOurs() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown other = town.settle(answeringRequests());
        directory.isThere(june, other);
        String visit = manage(june, "10:00");
        String request = manage(other, "11:00");
        Map<String, String> before = visits();

        Set<String> seen = crawl(List.of(
                "/",
                "/?lang=es",
                "/therapists?condition=back-pain&near=63143",
                "/therapists?gender=nonbinary&near=Nowhere",
                "/guide",
                "/practices/" + town.nameAlone(june),
                "/embed/" + town.nameAlone(other),
                "/my-visits",
                "/robots.txt",
                "/console",
                visit,
                request,
                "/answer/nonsense",
                "/review/nonsense",
                "/book",
                "/book?therapist=nonsense&treatment=&start=yesterday"));

        assertThat(seen).hasSizeGreaterThan(50).anyMatch(path -> path.startsWith("/book?therapist=" + june.id()));
        assertThat(visits()).isEqualTo(before);
    }

    private Set<String> crawl(List<String> from) {
        Deque<String> open = new ArrayDeque<>(from);
        Set<String> seen = new HashSet<>(from);
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            Answer answer = api.call(HttpMethod.GET, path, null, Map.of("Accept", "text/html,*/*"));
            assertThat(answer.status()).as("GET " + path).isLessThan(500);
            if (String.valueOf(answer.headers().getContentType()).startsWith("text/html")) {
                Matcher links = LINK.matcher(answer.body().asString());
                while (links.find()) {
                    String link = HtmlUtils.htmlUnescape(links.group(1));
                    if (seen.size() < MOST_PAGES && !link.startsWith("/assets/") && seen.add(link)) {
                        open.addLast(link);
                    }
                }
            }
        }
        return seen;
    }

    private String manage(TherapistInTown therapist, String time) {
        Answer booked = api.book(aBooking(therapist, startAt(town.inTwoWeeks(), time)));
        return booked.text("/manageUrl").substring("http://localhost:8080".length());
    }

    /** Everything that is booked, asked for or held, with its version. */
    private Map<String, String> visits() {
        Map<String, String> visits = new TreeMap<>();
        // Waiting for one after the other would block the threads on which they arrive.
        List<Document> all = Objects.requireNonNull(
                mongo.findAll(Document.class, "appointments").collectList().block());
        all.forEach(
                each -> visits.put(String.valueOf(each.get("_id")), each.get("status") + " " + each.get("version")));
        return visits;
    }
}
