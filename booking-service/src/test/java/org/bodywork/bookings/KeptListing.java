package org.bodywork.bookings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.StandInTherapists.Asked;
import org.bodywork.bookings.StandInTherapists.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One listing as therapist-service keeps it for editors: it takes what is sent, if it was made on the present version. */
final class KeptListing {

    static final String TIME_OFF = "0190aa00-0000-7000-8000-00000000000a";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String token;
    private final List<JsonNode> written = new ArrayList<>();
    private ObjectNode listing;
    private ObjectNode schedule;
    private final ObjectNode listingAtFirst;
    private final ObjectNode scheduleAtFirst;
    private int version = 7;
    private Reply next = new Reply(0, "");

    private KeptListing(TherapistInTown therapist, String token) {
        this.token = token;
        this.listing = (ObjectNode) JSON.readTree("""
            {"practiceId": "%s", "slug": "%s", "status": "published", "name": "June Abernathy", "gender": "woman",
             "languages": ["en", "es"], "modalities": ["swedish"], "conditions": [{"condition": "back-pain", "years": 9}],
             "approach": "Slow, and never into pain. <b>You</b> say how firm.", "pressure": {"from": "light", "to": "medium"},
             "photos": [],
             "credentials": [{"kind": "licence", "number": "2016004211", "state": "MO", "expires": "2036-10-31",
               "checked": "2026-11-02", "required": true}],
             "treatments": [{"id": "%s", "name": "Swedish massage, 60 minutes", "modality": "swedish", "minutes": 60,
               "price": {"amount": "95.00", "currency": "USD"}, "bufferMinutes": 15, "roomNeeded": false, "clients": "any"}],
             "rules": {"instant": true, "noticeMinutes": 120, "horizonDays": 60, "gridMinutes": 30, "requestMinutes": 1440,
               "cancellationCutoffMinutes": 1440, "feeText": "Half the price."},
             "locations": ["%s"]}
            """.formatted(
                        therapist.practiceId(), therapist.slug(), therapist.treatmentId(), therapist.locationId()));
        this.schedule = (ObjectNode) JSON.readTree(SCHEDULE);
        for (String day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")) {
            ((ArrayNode) schedule.at("/versions/0/hours"))
                    .addObject()
                    .put("dayOfWeek", day)
                    .put("from", "09:00")
                    .put("to", "17:00")
                    .put("locationId", therapist.locationId());
        }
        this.listingAtFirst = listing.deepCopy();
        this.scheduleAtFirst = schedule.deepCopy();
        scheduleAtFirst.remove("timeOff");
    }

    /** Answers whoever has this token; everybody else finds nothing. */
    static KeptListing of(TherapistInTown therapist, String token) {
        KeptListing kept = new KeptListing(therapist, token);
        StandInTherapists therapists = StandInTherapists.get();
        String path = "/api/therapists/" + therapist.id();
        therapists.answer("GET", path + "/listing", asked -> kept.read(asked, kept.listing));
        therapists.answer("GET", path + "/schedule", asked -> kept.read(asked, kept.schedule));
        therapists.answer("PUT", path, asked -> kept.write(asked, true));
        therapists.answer("PUT", path + "/schedule", asked -> kept.write(asked, false));
        therapists.answer("POST", path + "/time-off", kept::takeTimeOff);
        therapists.answer("DELETE", path + "/time-off/" + TIME_OFF, kept::giveBack);
        return kept;
    }

    /** The next edit is answered so, and changes nothing. */
    void answersNext(int status, String json) {
        next = new Reply(status, json);
    }

    /** Somebody else saves meanwhile. */
    void isChangedElsewhere(String field, JsonNode value) {
        (listing.has(field) ? listing : schedule).set(field, value);
        version++;
    }

    JsonNode lastWritten() {
        return written.getLast();
    }

    /** Whether the last edit was of nothing at all. */
    boolean isAsItWas() {
        ObjectNode last = (ObjectNode) lastWritten().deepCopy();
        last.remove("acceptAffected");
        return last.equals(listingAtFirst) || last.equals(scheduleAtFirst);
    }

    int timesWritten() {
        return written.size();
    }

    private Reply read(Asked asked, ObjectNode what) {
        return isTheirs(asked) ? new Reply(200, what.toString(), etag()) : new Reply(404, "{}");
    }

    private Reply write(Asked asked, boolean all) {
        if (!isTheirs(asked)) {
            return new Reply(404, "{}");
        }
        if (next.status() != 0) {
            return once();
        }
        if (!asked.version().equals(etag())) {
            return new Reply(412, "{}");
        }
        ObjectNode body = (ObjectNode) JSON.readTree(asked.body());
        written.add(body.deepCopy());
        body.remove("acceptAffected");
        if (all) {
            listing = body;
        } else {
            schedule = body.set("timeOff", schedule.get("timeOff"));
        }
        version++;
        return new Reply(200, body.toString(), etag());
    }

    /** Time off may also be taken by whoever has not looked at the schedule. */
    private Reply takeTimeOff(Asked asked) {
        if (next.status() != 0) {
            return once();
        }
        if (!asked.version().isEmpty() && !asked.version().equals(etag())) {
            return new Reply(412, "{}");
        }
        written.add(JSON.readTree(asked.body()));
        version++;
        return new Reply(201, "{}");
    }

    private Reply giveBack(Asked asked) {
        written.add(JSON.valueToTree(Map.of("gone", asked.path())));
        schedule.putArray("timeOff");
        return new Reply(204, "");
    }

    private Reply once() {
        Reply answer = next;
        next = new Reply(0, "");
        return answer;
    }

    private boolean isTheirs(Asked asked) {
        return asked.authorization().equals("Bearer " + token);
    }

    private String etag() {
        return "\"" + version + "\"";
    }

    private static final String SCHEDULE = """
            {"zone": "America/Chicago", "versions": [{"hours": []}], "overrides": [],
             "holidays": {"federal": false, "dates": []},
             "timeOff": [{"id": "0190aa00-0000-7000-8000-00000000000a", "from": "2036-12-24T09:00:00-06:00",
               "to": "2036-12-27T09:00:00-06:00", "repeats": "YEARLY"}]}
            """;
}
