package org.bodywork.bookings.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.bodywork.bookings.opening.domain.Listing;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChangedListingTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private final Listing june = aListing()
            .workingDaily("09:00", "17:00")
            .away("2026-11-30T12:00", "2026-11-30T13:00")
            .please();

    @Test
    void worksOtherHoursAndKeepsItsTimeOff() {
        Listing then = changed(Part.SCHEDULE, """
                {"versions": [{"hours": [{"dayOfWeek": "MONDAY", "from": "10:00", "to": "14:00", "locationId": "%1$s"}]},
                   {"validFrom": "2026-12-07", "hours": []}],
                 "overrides": [{"date": "2026-12-08", "locationId": "%1$s", "ranges": [{"from": "08:00", "to": "09:00"}]}],
                 "holidays": {"federal": false, "dates": ["2026-12-01"]}}
                """.formatted(STUDIO));

        assertThat(then.workedOn(MONDAY)).isEqualTo(Duration.ofHours(3));
        assertThat(then.workedOn(MONDAY.plusWeeks(1))).isZero();
        assertThat(then.workedOn(LocalDate.of(2026, 12, 8))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void namesEachFieldOfAScheduleThatIsWrong() {
        Map<String, String> faults = faults(Part.SCHEDULE, """
                {"versions": [{"validFrom": "soon", "hours": [
                   {"dayOfWeek": "MONDAY", "from": "10:00", "to": "09:00", "locationId": "%1$s"},
                   {"dayOfWeek": "MONDAY", "from": "10:02", "to": "25:00", "locationId": "%1$s"},
                   {"dayOfWeek": "MONDAY", "from": "10:00", "locationId": "%1$s"}]}],
                 "overrides": [{"date": "2026-12-08", "ranges": []}, {"date": "2026-12-08", "ranges": []}],
                 "holidays": {"federal": true, "dates": ["2026-02-30"]}}
                """.formatted(STUDIO));

        assertThat(faults)
                .containsOnlyKeys(
                        "/versions/0/validFrom",
                        "/versions/0/hours/0/to",
                        "/versions/0/hours/1/from",
                        "/versions/0/hours/1/to",
                        "/versions/0/hours/2/to",
                        "/overrides/1/date",
                        "/holidays/dates/0");
    }

    @Test
    void takesOtherRules() {
        Listing then = changed(Part.RULES, """
                {"rules": {"instant": true, "noticeMinutes": 0, "horizonDays": 7, "gridMinutes": 15, "requestMinutes": 60,
                  "cancellationCutoffMinutes": 120, "feeText": "", "visitsADay": 3,
                  "inARow": {"handsOnMinutes": 180, "breakMinutes": 30}}}
                """);

        assertThat(then.rules().grid()).isEqualTo(Duration.ofMinutes(15));
        assertThat(then.rules().limits().visits()).isEqualTo(3);
        assertThat(faults(Part.RULES, """
                {"rules": {"noticeMinutes": -5, "horizonDays": "many", "gridMinutes": 7, "cancellationCutoffMinutes": 0}}
                """))
                .containsOnlyKeys(
                        "/rules/noticeMinutes", "/rules/horizonDays", "/rules/gridMinutes", "/rules/requestMinutes");
    }

    @Test
    void offersOtherTreatments() {
        Listing then = changed(Part.TREATMENTS, """
                {"treatments": [{"name": "Hot stones", "modality": "hot-stone", "minutes": 90, "bufferMinutes": 0,
                  "price": {"amount": "140.00", "currency": "USD"}, "roomNeeded": true, "rooms": ["Elm"],
                  "clients": "returning"}]}
                """);

        assertThat(then.treatments().getFirst().length()).isEqualTo(Duration.ofMinutes(90));
        assertThat(faults(Part.TREATMENTS, "{\"treatments\": [{\"price\": {\"amount\": \"95,-\"}}]}"))
                .containsOnlyKeys(
                        "/treatments/0/name",
                        "/treatments/0/minutes",
                        "/treatments/0/bufferMinutes",
                        "/treatments/0/price/amount");
    }

    @Test
    void mayPractiseUntilTheRequiredLicenceRunsOut() {
        Listing then = changed(Part.CREDENTIALS, """
                {"credentials": [{"kind": "licence", "expires": "2026-12-01", "required": true},
                  {"kind": "certificate", "name": "Any", "expires": "2027-12-01", "required": false}]}
                """);

        assertThat(then.licenceExpires()).isEqualTo("2026-12-01");
        assertThat(changed(Part.CREDENTIALS, "{\"credentials\": []}").licenceExpires())
                .isNull();
    }

    @Test
    void takesNoBookingsOnceItIsWithdrawn() {
        assertThat(changed(Part.PROFILE, "{\"status\": \"withdrawn\"}").published())
                .isFalse();
    }

    @Test
    void isAwayMore() {
        Listing then = Objects.requireNonNull(
                ChangedListing.withTimeOff(june, json("{\"from\": \"2026-11-30T09:00\", \"to\": \"2026-11-30T10:30\"}"))
                        .listing());

        assertThat(then.workedOn(MONDAY)).isEqualTo(Duration.ofMinutes(330));
        assertThat(ChangedListing.withTimeOff(june, json("""
                                        {"from": "2026-11-30T09:00", "to": "2026-12-08T09:00", "repeats": "WEEKLY",
                                         "until": "never"}
                                        """)).faults()).containsOnlyKeys("/until");
        assertThat(ChangedListing.withTimeOff(
                                june,
                                json(
                                        "{\"from\": \"2026-11-30T09:00\", \"to\": \"2026-12-08T09:00\", \"repeats\": \"WEEKLY\"}"))
                        .faults())
                .containsEntry("/to", "editing.fault.too-long");
    }

    private Listing changed(Part part, String whole) {
        ChangedListing.Read read = ChangedListing.of(june, part, json(whole));
        assertThat(read.faults()).isEmpty();
        return Objects.requireNonNull(read.listing());
    }

    private Map<String, String> faults(Part part, String whole) {
        ChangedListing.Read read = ChangedListing.of(june, part, json(whole));
        assertThat(read.listing()).isNull();
        return read.faults();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
