package org.bodywork.therapists.schedule.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.therapists.form.Faults;
import org.bodywork.therapists.importing.adapter.csv.ReadTherapist;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Repeats;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TimeOff;
import org.bodywork.therapists.listing.domain.TimeOffId;
import org.bodywork.therapists.listing.domain.Workplace;
import org.bodywork.therapists.schedule.adapter.web.ScheduleRequest.TimeOffFields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ScheduleFormTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocationId CLINIC = new LocationId(new UUID(7, 7));

    /** With a treatment of an hour; works in St. Louis. */
    private final Therapist therapist = ReadTherapist.usual();

    private final Workplace studio = therapist.workplaces().getFirst();

    @Test
    void readsEverythingAScheduleCanSay() {
        Schedule schedule = read("""
                {"zone": "America/Chicago",
                 "versions": [{"hours": [%s]},
                              {"validFrom": "2027-01-01",
                               "hours": [{"dayOfWeek": "FRIDAY", "from": "08:00", "to": "12:00", "locationId": "%s"}]}],
                 "overrides": [{"date": "2026-12-19", "locationId": "%s", "ranges": [{"from": "09:00", "to": "13:00"}]},
                               {"date": "2026-12-20", "ranges": []}],
                 "holidays": {"federal": true, "dates": ["2027-02-12"]},
                 "timeOff": [{"from": "2026-12-24T00:00", "to": "2027-01-02T00:00"}]}
                """.formatted(monday("09:00", "12:00"), CLINIC, CLINIC));

        assertThat(schedule.versions()).hasSize(2);
        assertThat(schedule.hoursOn(LocalDate.parse("2026-12-19")).location()).isEqualTo(CLINIC);
        assertThat(schedule.hoursOn(LocalDate.parse("2026-12-21")).location()).isEqualTo(studio.id());
        assertThat(schedule.hoursOn(LocalDate.parse("2026-12-28")).isOff()).isTrue();
        assertThat(schedule.holidays().dates()).containsExactly(LocalDate.parse("2027-02-12"));
    }

    @Test
    void whatIsReadCanBeSentBack() {
        Schedule schedule = read("""
                {"versions": [{"hours": [%s]}, {"validFrom": "2027-01-01", "hours": []}],
                 "overrides": [{"date": "2026-12-20", "ranges": []}],
                 "timeOff": [{"from": "2026-12-24T00:00", "to": "2026-12-24T12:00", "repeats": "YEARLY"}]}
                """.formatted(monday("09:00", "12:00")));
        Therapist known = therapist.working(schedule, therapist.workplaces());

        ScheduleRequest again = JsonMapper.shared()
                .readValue(JsonMapper.shared().writeValueAsString(ScheduleView.of(known)), ScheduleRequest.class);

        assertThat(ScheduleForm.read(again, known, known.workplaces())).isEqualTo(schedule);
    }

    @Test
    void timeOffThatIsLeftOutStays() {
        TimeOff trip = new TimeOff(
                new TimeOffId(UUID.randomUUID()),
                LocalDateTime.parse("2026-12-24T00:00"),
                LocalDateTime.parse("2026-12-25T00:00"),
                Repeats.NEVER,
                null);
        Therapist away = therapist.working(therapist.schedule().with(trip), therapist.workplaces());

        Schedule schedule = ScheduleForm.read(
                request("{\"versions\": [{\"hours\": [%s]}]}".formatted(monday("09:00", "12:00"))),
                away,
                away.workplaces());

        assertThat(schedule.timeOff()).containsExactly(trip);
    }

    @Test
    void namesEveryWrongField() {
        assertThat(faults("""
                {"zone": "America/Atlantis",
                 "versions": [{"hours": [%s, %s, %s, %s]}, {"hours": []}],
                 "overrides": [{"date": "2026-12-19", "ranges": [{"from": "09:00", "to": "13:00"}]},
                               {"date": "2026-12-19", "ranges": []},
                               {"date": "2026-12-20", "locationId": "%s",
                                "ranges": [{"from": "09:00", "to": "13:00"}, {"from": "12:00", "to": "14:00"}]}],
                 "timeOff": [{"from": "2026-12-24T12:00", "to": "2026-12-24T12:00"},
                             {"from": "2026-12-24T12:00", "to": "2027-01-24T12:00", "repeats": "WEEKLY"},
                             {"from": "2026-12-24T12:00", "to": "2026-12-24T13:00", "until": "2027-01-01"},
                             {"id": "%s", "from": "2026-12-24T12:00", "to": "2026-12-24T13:00"},
                             {"from": "2026-02-29T12:00", "to": "2026-03-24T13:00"}]}
                """.formatted(
                                monday("09:00", "12:00"),
                                monday("11:55", "13:00"),
                                monday("15:00", "14:00"),
                                hours("MONDAY", "16:00", "17:00", UUID.randomUUID()),
                                CLINIC,
                                UUID.randomUUID())))
                .containsExactly(
                        "/zone",
                        "/versions/0/hours/1",
                        "/versions/0/hours/2/to",
                        "/versions/0/hours/3/locationId",
                        "/versions/1/validFrom",
                        "/overrides/0/locationId",
                        "/overrides/1/date",
                        "/overrides/2/ranges/1",
                        "/timeOff/0/to",
                        "/timeOff/1/to",
                        "/timeOff/2/until",
                        "/timeOff/3/id",
                        "/timeOff/4/from");
    }

    @Test
    void refusesTwoLocationsOnOneDay() {
        assertThat(faults("{\"versions\": [{\"hours\": [%s, %s]}]}"
                        .formatted(monday("09:00", "12:00"), hours("MONDAY", "13:00", "17:00", CLINIC.value()))))
                .containsExactly("/versions/0/hours/1");
    }

    @Test
    void refusesAZoneThatIsNotThatOfTheLocations() {
        assertThat(faults("{\"zone\": \"America/Denver\", \"versions\": [{\"hours\": [%s]}]}"
                        .formatted(monday("09:00", "12:00"))))
                .containsExactly("/zone");
    }

    @Test
    void refusesHoursTooShortForATreatment() {
        assertThat(faults("{\"versions\": [{\"hours\": [%s]}]}".formatted(monday("09:00", "09:55"))))
                .containsExactly("/versions");
    }

    @Test
    void refusesATimeThatTheClocksSkipOnItsDate() {
        assertThat(faults("""
                {"versions": [{"hours": [%s]}],
                 "overrides": [{"date": "2027-03-14", "locationId": "%s", "ranges": [{"from": "02:30", "to": "04:00"}]},
                               {"date": "2027-03-14", "locationId": "%s", "ranges": [{"from": "01:00", "to": "02:00"}]}],
                 "timeOff": [{"from": "2027-03-14T02:00", "to": "2027-03-14T02:55"}]}
                """.formatted(
                                hours("SUNDAY", "02:00", "09:00", studio.id().value()), CLINIC, CLINIC)))
                .containsExactly(
                        "/overrides/0/ranges/0/from",
                        "/overrides/1/date",
                        "/overrides/1/ranges/0/to",
                        "/timeOff/0/from",
                        "/timeOff/0/to");
    }

    @Test
    void readsATimeWithAnOffsetOnTheClockOfTheLocations() {
        assertThat(timeOff("2026-12-24T15:00:00Z", "2026-12-24T11:00:00-07:00"))
                .extracting(TimeOff::from, TimeOff::to)
                .containsExactly(LocalDateTime.parse("2026-12-24T09:00"), LocalDateTime.parse("2026-12-24T12:00"));
    }

    @Test
    void refusesTheSecondPassOfAnHourThatComesTwice() {
        Faults faults = new Faults();

        TimeOff none = new TimeOffForm(CHICAGO, faults)
                .read("", fields("2026-11-01T01:30:00-05:00", "2026-11-01T01:45:00-06:00"));

        assertThat(none).isNull();
        assertThat(pointers(faults)).containsExactly("/to");
    }

    private static TimeOff timeOff(String from, String to) {
        return Objects.requireNonNull(new TimeOffForm(CHICAGO, new Faults()).read("", fields(from, to)));
    }

    private static TimeOffFields fields(String from, String to) {
        return new TimeOffFields(null, from, to, null, null);
    }

    private Schedule read(String json) {
        return ScheduleForm.read(request(json), therapist, places());
    }

    private Stream<String> faults(String json) {
        return pointers(catchThrowableOfType(InvalidRequest.class, () -> read(json)));
    }

    private static Stream<String> pointers(Faults faults) {
        return pointers(catchThrowableOfType(InvalidRequest.class, faults::refuse));
    }

    private static Stream<String> pointers(@Nullable InvalidRequest refusal) {
        return refusal == null ? Stream.empty() : refusal.faults().stream().map(FieldFault::pointer);
    }

    private List<Workplace> places() {
        return List.of(
                studio, new Workplace(CLINIC, studio.practice(), studio.area(), studio.zone(), List.of("Front")));
    }

    private String monday(String from, String to) {
        return hours("MONDAY", from, to, studio.id().value());
    }

    private static String hours(String day, String from, String to, UUID location) {
        return "{\"dayOfWeek\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"locationId\": \"%s\"}"
                .formatted(day, from, to, location);
    }

    private static ScheduleRequest request(String json) {
        return JsonMapper.shared().readValue(json, ScheduleRequest.class);
    }
}
