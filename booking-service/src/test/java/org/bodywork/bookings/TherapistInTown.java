package org.bodywork.bookings;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A published listing, as an event would carry it: every day from nine to five, on a grid of half an hour. */
public record TherapistInTown(
        String id,
        String practiceId,
        String locationId,
        String treatmentId,
        long sequence,
        String status,
        boolean instant,
        boolean roomNeeded,
        List<String> rooms,
        int requestMinutes,
        String to,
        String limits) {

    public static TherapistInTown bookedInstantly() {
        return new TherapistInTown(
                Town.id(), Town.id(), Town.id(), Town.id(), 1, "PUBLISHED", true, false, List.of(), 1440, "17:00", "");
    }

    public static TherapistInTown answeringRequests() {
        TherapistInTown t = bookedInstantly();
        return new TherapistInTown(
                t.id,
                t.practiceId,
                t.locationId,
                t.treatmentId,
                1,
                "PUBLISHED",
                false,
                false,
                List.of(),
                1440,
                "17:00",
                "");
    }

    public TherapistInTown waitingMinutes(int minutes) {
        return new TherapistInTown(
                id,
                practiceId,
                locationId,
                treatmentId,
                sequence,
                status,
                instant,
                roomNeeded,
                rooms,
                minutes,
                to,
                limits);
    }

    /** Limits over a day, as the rules of a listing carry them. */
    public TherapistInTown limitedTo(String rules) {
        return new TherapistInTown(
                id,
                practiceId,
                locationId,
                treatmentId,
                sequence,
                status,
                instant,
                roomNeeded,
                rooms,
                requestMinutes,
                to,
                ", " + rules);
    }

    public TherapistInTown needingOneOf(String... names) {
        return new TherapistInTown(
                id,
                practiceId,
                locationId,
                treatmentId,
                sequence,
                status,
                instant,
                true,
                List.of(names),
                requestMinutes,
                to,
                limits);
    }

    /** Another therapist at the same place, with the same rooms. */
    public TherapistInTown colleague() {
        return new TherapistInTown(
                Town.id(),
                practiceId,
                locationId,
                Town.id(),
                1,
                status,
                instant,
                roomNeeded,
                rooms,
                requestMinutes,
                to,
                limits);
    }

    public TherapistInTown closingAt(String time, long atSequence) {
        return new TherapistInTown(
                id,
                practiceId,
                locationId,
                treatmentId,
                atSequence,
                status,
                instant,
                roomNeeded,
                rooms,
                requestMinutes,
                time,
                limits);
    }

    public TherapistInTown withdrawn(long atSequence) {
        return new TherapistInTown(
                id,
                practiceId,
                locationId,
                treatmentId,
                atSequence,
                "WITHDRAWN",
                instant,
                roomNeeded,
                rooms,
                requestMinutes,
                to,
                limits);
    }

    /** No two have the same. */
    public String slug() {
        return "june-abernathy-" + id.substring(0, 8);
    }

    String json() {
        return """
                {"id": "%s", "sequence": %d, "status": "%s", "slug": "%s", "name": "June Abernathy",
                 "practiceId": "%s", "area": "maplewood", "demo": true, "languages": ["en"],
                 "modalities": ["swedish"], "conditions": [],
                 "treatments": [{"id": "%s", "name": "Swedish massage, 60 minutes", "modality": "swedish",
                   "minutes": 60, "price": {"amount": "95.00", "currency": "USD"}, "bufferMinutes": 15,
                   "roomNeeded": %s, "clients": "ANY"}],
                 "rules": {"instant": %s, "noticeMinutes": 120, "horizonDays": 60, "gridMinutes": 30,
                   "requestMinutes": %d, "cancellationCutoffMinutes": 1440, "feeText": "Half the price."%s},
                 "locations": [{"id": "%s", "practiceId": "%s", "area": "maplewood", "zone": "America/Chicago",
                   "rooms": [%s]}],
                 "schedule": [%s]}
                """.formatted(
                        id,
                        sequence,
                        status,
                        slug(),
                        practiceId,
                        treatmentId,
                        roomNeeded,
                        instant,
                        requestMinutes,
                        limits,
                        locationId,
                        practiceId,
                        quoted(rooms),
                        schedule());
    }

    String practiceJson() {
        return """
                {"id": "%s", "sequence": 1, "status": "PUBLISHED", "claimed": true, "slug": "brickyard",
                 "name": "Brickyard Bodywork", "kind": "CLINIC", "demo": true,
                 "locations": [{"id": "%s", "name": "Brickyard, Maplewood", "address": {"street": "1 Kiln Lane",
                   "city": "Maplewood", "state": "MO", "zip": "63143"}, "point": {"lat": 38.61, "lon": -90.32},
                   "zone": "America/Chicago"}]}
                """.formatted(practiceId, locationId);
    }

    private String schedule() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> "{\"dayOfWeek\": \"%s\", \"from\": \"09:00\", \"to\": \"%s\", \"locationId\": \"%s\"}"
                        .formatted(day, to, locationId))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }
}
