package org.bodywork.therapists.listing.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** A practice and its therapist, as a file lists them first. */
public final class Listings {

    public static final Slug QUIET_OAK = new Slug("quiet-oak");
    private static final PracticeId PRACTICE = PracticeId.ofExternal(QUIET_OAK);
    private static final Slug SWEDISH_60 = new Slug("swedish-60");
    private static final Slug LUCIA = new Slug("lucia-ortega");

    private Listings() {}

    public static Location morganford() {
        return new Location(
                LocationId.ofExternal(QUIET_OAK, new Slug("morganford")),
                new Slug("morganford"),
                "Tower Grove South",
                new Address("3187 Morganford Rd", "St. Louis", "MO", "63116"),
                new Point(38.6013, -90.2664),
                Area.ST_LOUIS,
                ZoneId.of("America/Chicago"),
                List.of("Acorn", "Bur Oak"),
                Access.UNKNOWN);
    }

    public static Practice quietOak() {
        return new Practice(
                PRACTICE,
                QUIET_OAK,
                ListingStatus.PUBLISHED,
                "Quiet Oak",
                PracticeKind.WELLNESS_CENTER,
                true,
                new PhoneNumber("+13145550112"),
                new EmailAddress("desk@demo.example"),
                List.of(),
                MessageRules.USUAL,
                true,
                List.of(morganford()));
    }

    public static Treatment swedish() {
        return new Treatment(
                TreatmentId.ofExternal(LUCIA, SWEDISH_60),
                SWEDISH_60,
                "Swedish massage 60",
                Modality.SWEDISH,
                60,
                Money.of("95.00"),
                15,
                true,
                List.of(),
                Clients.ANY);
    }

    public static Therapist lucia() {
        LocationId place = morganford().id();
        return new Therapist(
                TherapistId.ofExternal(LUCIA),
                LUCIA,
                ListingStatus.PUBLISHED,
                new Portrait("Lucía Ortega", null, Gender.WOMAN, List.of(new Language("es")), null, null, List.of()),
                PRACTICE,
                Area.ST_LOUIS,
                true,
                List.of(Modality.SWEDISH),
                List.of(new Experience(Condition.BACK_PAIN, 9)),
                Credentials.ofLicence(new Licence("MO-46288", "MO", LocalDate.of(2027, 8, 31), null)),
                List.of(swedish()),
                BookingRules.usual(true),
                List.of(Workplace.at(quietOak(), morganford())),
                Schedule.everyWeek(new WeeklySchedule(List.of(new WorkingRange(
                        DayOfWeek.MONDAY, new DayRange(LocalTime.of(9, 0), LocalTime.of(12, 0)), place)))));
    }
}
