package org.bodywork.bookings.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * All visits with every version they had, as told by their audit trails alone: what {@code occupied} says is not looked
 * at, since that is what is to be judged.
 */
public final class History {

    private static final Set<String> TAKING_TIME = Set.of("REQUESTED", "PROPOSED", "CONFIRMED", "CHECKED_IN");

    /** What is noted beside a visit's life: where it was asked to move to, it still is. */
    private static final Set<String> NOTES =
            Set.of("CORRECTED", "NOTED", "REMINDED", "INTAKE_GIVEN", "LINK_REVOKED", "ALTERNATIVES_OFFERED", "CODED");

    private static final Set<String> LEFT_IN_PLACE = Stream.concat(
                    NOTES.stream(), Stream.of("MOVE_ASKED", "MOVE_REFUSED"))
            .collect(Collectors.toUnmodifiableSet());

    private final List<Document> visits;

    private History(List<Document> visits) {
        this.visits = visits;
    }

    /**
     * The history in these documents.
     *
     * @param stored of {@code appointments} and its archive; a visit that lies in both counts once
     */
    public static History of(List<Document> stored) {
        Map<String, Document> byId = stored.stream()
                .filter(document -> document.containsKey("audit") && document.containsKey("client"))
                .collect(Collectors.toMap(
                        document -> document.getString("_id"),
                        Function.identity(),
                        (one, other) -> version(one) >= version(other) ? one : other));
        return new History(List.copyOf(byId.values()));
    }

    /** Everything that can never have been right. */
    public List<Finding> findings() {
        return Stream.of(overlaps(), chains(), counts())
                .flatMap(Function.identity())
                .toList();
    }

    /**
     * The newest states that nobody was told of.
     *
     * @param told the highest sequence heard of each visit
     */
    public List<Finding> untold(Map<String, Long> told) {
        return visits.stream()
                .filter(visit -> !visit.containsKey("outbox"))
                .filter(visit -> told.getOrDefault(visit.getString("_id"), 0L) < sequence(visit))
                .<Finding>map(visit -> new Finding.Untold(visit.getString("_id"), sequence(visit)))
                .toList();
    }

    /** Days on which more visits stood at one time than the therapist takes. */
    public List<Finding> overfullDays(String therapist, int most) {
        Map<LocalDate, List<Version>> byDate = versions()
                .filter(version -> version.therapist.equals(therapist) && !version.onlyWanted)
                .collect(Collectors.groupingBy(
                        version -> version.start.atZone(version.zone).toLocalDate()));
        return byDate.entrySet().stream()
                .flatMap(day -> overfull(day.getKey(), day.getValue(), most).stream())
                .toList();
    }

    private static List<Finding> overfull(LocalDate date, List<Version> versions, int most) {
        return versions.stream()
                .map(moment -> Map.entry(
                        moment.since,
                        versions.stream()
                                .filter(other ->
                                        !other.since.isAfter(moment.since) && other.until.isAfter(moment.since))
                                .map(Version::visit)
                                .distinct()
                                .count()))
                .filter(count -> count.getValue() > most)
                .<Finding>map(count -> new Finding.TooManyInADay(
                        versions.getFirst().therapist,
                        date.toString(),
                        Math.toIntExact(count.getValue()),
                        count.getKey()))
                .limit(1)
                .toList();
    }

    private Stream<Finding> overlaps() {
        Map<String, List<Claim>> byResource = versions()
                .flatMap(version -> version.claims().stream())
                .collect(Collectors.groupingBy(Claim::resource));
        return byResource.values().stream().flatMap(History::overlapsAmong);
    }

    private static Stream<Finding> overlapsAmong(List<Claim> claims) {
        List<Claim> inOrder =
                claims.stream().sorted(Comparator.comparing(Claim::from)).toList();
        Map<String, Finding> found = new HashMap<>();
        List<Claim> open = new ArrayList<>();
        for (Claim claim : inOrder) {
            open.removeIf(earlier -> !earlier.to.isAfter(claim.from));
            open.stream()
                    .filter(claim::stoodTogetherWith)
                    .forEach(other -> found.putIfAbsent(
                            Stream.of(claim.visit, other.visit).sorted().collect(Collectors.joining(" ")),
                            new Finding.Overlap(claim.resource, other.visit, claim.visit, claim.since)));
            open.add(claim);
        }
        return found.values().stream();
    }

    private Stream<Finding> chains() {
        return visits.stream().flatMap(visit -> {
            List<Document> audit = audit(visit);
            return IntStream.range(1, audit.size())
                    .filter(entry -> !audit.get(entry - 1)
                            .getString("to")
                            .equals(audit.get(entry).getString("from")))
                    .mapToObj(entry -> new Finding.BrokenChain(visit.getString("_id"), entry));
        });
    }

    private Stream<Finding> counts() {
        return visits.stream()
                .filter(visit -> version(visit) != audit(visit).size() || sequence(visit) > version(visit))
                .map(visit -> new Finding.Miscounted(visit.getString("_id")));
    }

    private Stream<Version> versions() {
        return visits.stream().flatMap(visit -> versionsOf(visit).stream());
    }

    private static List<Version> versionsOf(Document visit) {
        List<Document> audit = audit(visit);
        List<Version> versions = new ArrayList<>();
        Document place = audit.getFirst();
        Document wanted = null;
        int clientKnownFrom = lastCorrection(audit);
        for (int index = 0; index < audit.size(); index++) {
            Document entry = audit.get(index);
            String action = entry.getString("action");
            place = LEFT_IN_PLACE.contains(action) ? place : entry;
            wanted = action.equals("MOVE_ASKED") ? entry : NOTES.contains(action) ? wanted : null;
            if (TAKING_TIME.contains(entry.getString("to"))) {
                Instant until = index + 1 < audit.size() ? instant(audit.get(index + 1), "at") : Instant.MAX;
                String client = index < clientKnownFrom ? null : visit.getString("clientKey");
                versions.add(Version.of(visit, client, place, entry, until, false));
                if (wanted != null) {
                    versions.add(Version.of(visit, client, wanted, entry, until, true));
                }
            }
        }
        return versions;
    }

    /** Who it was thought to be until then is noted nowhere. */
    private static int lastCorrection(List<Document> audit) {
        return IntStream.range(0, audit.size())
                .filter(index -> audit.get(index).getString("action").equals("CORRECTED"))
                .max()
                .orElse(0);
    }

    private static List<Document> audit(Document visit) {
        return visit.getList("audit", Document.class);
    }

    private static long version(Document visit) {
        return visit.get("version", Number.class).longValue();
    }

    private static long sequence(Document visit) {
        return visit.get("sequence", Number.class).longValue();
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    /**
     * A place that a visit had for a while.
     *
     * @param client where it is known whose visit it was then
     * @param onlyWanted whether it was only asked to move there
     */
    private record Version(
            String visit,
            String therapist,
            @Nullable String room,
            @Nullable String client,
            ZoneId zone,
            Instant start,
            Instant end,
            Duration buffer,
            Instant since,
            Instant until,
            boolean onlyWanted) {

        static Version of(
                Document visit,
                @Nullable String client,
                Document place,
                Document entry,
                Instant until,
                boolean onlyWanted) {
            Document part = visit.getList("parts", Document.class).getFirst();
            Instant start = instant(place, "start");
            String room = place.getString("room");
            return new Version(
                    visit.getString("_id"),
                    part.getString("therapistId"),
                    room == null ? null : visit.getString("locationId") + "/" + room,
                    client,
                    ZoneId.of(visit.getString("zone")),
                    start,
                    start.plus(Duration.between(instant(visit, "start"), instant(visit, "end"))),
                    Duration.ofMinutes(part.get("bufferMinutes", Number.class).longValue()),
                    instant(entry, "at"),
                    until,
                    onlyWanted);
        }

        List<Claim> claims() {
            Instant workEnd = end.plus(buffer);
            return Stream.of(
                            Stream.of(claim("therapist " + therapist, workEnd)),
                            Stream.ofNullable(room).map(name -> claim("room " + name, workEnd)),
                            Stream.ofNullable(client).map(key -> claim("client " + key, end)))
                    .flatMap(Function.identity())
                    .toList();
        }

        private Claim claim(String resource, Instant to) {
            return new Claim(resource, visit, start, to, since, until);
        }
    }

    private record Claim(String resource, String visit, Instant from, Instant to, Instant since, Instant until) {

        boolean stoodTogetherWith(Claim other) {
            return !visit.equals(other.visit) && since.isBefore(other.until) && other.since.isBefore(until);
        }
    }
}
