package org.bodywork.therapists.importing.adapter.csv;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bodywork.therapists.importing.adapter.csv.TestRow.aPractice;
import static org.bodywork.therapists.importing.adapter.csv.TestRow.aTherapist;
import static org.bodywork.therapists.importing.adapter.csv.TestRow.header;

import java.time.LocalDate;
import java.util.List;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.listing.domain.Access;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Certificate;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.Ease;
import org.bodywork.therapists.listing.domain.Holidays;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Photo;
import org.bodywork.therapists.listing.domain.Pressure;
import org.bodywork.therapists.listing.domain.PressureRange;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingCellsTest {

    @Test
    void readsHolidays() {
        ImportRow row = ReadFile.of(
                        header(),
                        aTherapist("lucia")
                                .with("holidays", "federal; 2027-02-12")
                                .line())
                .getFirst();

        assertThat(row)
                .isInstanceOfSatisfying(
                        ImportRow.Listing.class,
                        listing -> assertThat(requireNonNull(listing.therapist())
                                        .therapist()
                                        .schedule()
                                        .holidays())
                                .isEqualTo(new Holidays(true, List.of(LocalDate.of(2027, 2, 12)))));
    }

    @Test
    void readsATherapistWithPracticeAndHours() {
        ImportRow row = ReadFile.of(header(), aTherapist("lucia").line()).getFirst();

        assertThat(row).isInstanceOfSatisfying(ImportRow.Listing.class, listing -> {
            assertThat(listing.practice().claimed()).isTrue();
            Therapist therapist = requireNonNull(listing.therapist()).therapist();
            assertThat(therapist.area()).isEqualTo(Area.ST_LOUIS);
            assertThat(therapist.priceFrom()).contains(Money.of("95.00"));
            assertThat(therapist.schedule().versions().getFirst().week().ranges())
                    .hasSize(3);
            assertThat(therapist.treatments().getFirst().roomNeeded()).isTrue();
            assertThat(therapist.rules().instant()).isTrue();
        });
    }

    @Test
    void readsAnUnclaimedPracticeWithoutATherapist() {
        ImportRow row = ReadFile.of(header(), aPractice("elev8").line()).getFirst();

        assertThat(row).isInstanceOfSatisfying(ImportRow.Listing.class, listing -> {
            assertThat(listing.practice().claimed()).isFalse();
            assertThat(listing.therapist()).isNull();
        });
    }

    @Test
    void readsAnUnclaimedPracticeWhoseStreetIsNotKnown() {
        String row = aPractice("elev8").with("street", "").line();

        assertThat(ReadFile.told(ReadFile.of(header(), row))).containsExactly("2 read");
    }

    @Test
    void refusesTherapistColumnsWithoutATherapist() {
        String row = aPractice("elev8")
                .with("email", "x@demo.example")
                .with("instant", "true")
                .line();

        assertThat(ReadFile.told(ReadFile.of(header(), row)))
                .containsExactly("2 email: must be empty without a therapist_id"
                        + " + 2 instant: must be empty without a therapist_id");
    }

    @Test
    void readsWhatCameLaterToTheFormat() {
        String row = aTherapist("lucia")
                .with("doctors_papers", "referral")
                .with("access", "step-free;parking")
                .with("lowest_table_inches", "18")
                .with("pressure", "light-medium")
                .with("photos", "https://pictures.example/lucia.jpg")
                .with("certificates", "Oncology massage|||2028-01-31|2026-03-13;Lymph drainage||||")
                .line();

        assertThat(ReadFile.of(header(), row).getFirst()).isInstanceOfSatisfying(ImportRow.Listing.class, listing -> {
            assertThat(listing.practice().doctorsPapers()).containsExactly(DoctorsPaper.REFERRAL);
            assertThat(listing.practice().locations().getFirst().access())
                    .isEqualTo(new Access(List.of(Ease.STEP_FREE, Ease.PARKING), 18));
            Therapist therapist = requireNonNull(listing.therapist()).therapist();
            assertThat(therapist.portrait().pressure()).isEqualTo(new PressureRange(Pressure.LIGHT, Pressure.MEDIUM));
            assertThat(therapist.portrait().photos()).containsExactly(Photo.at("https://pictures.example/lucia.jpg"));
            assertThat(therapist.credentials().certificates())
                    .extracting(Certificate::name)
                    .containsExactly("Oncology massage", "Lymph drainage");
        });
    }

    @Test
    void aTreatmentMayNameTheRoomsThatFitIt() {
        String row = aTherapist("lucia")
                .with(
                        "treatments",
                        "a|A|swedish|60|95.00|15;b|B|swedish|60|95.00|15|Acorn+Bur Oak;c|C|swedish|60|95.00|15|none")
                .line();

        assertThat(ReadFile.of(header(), row).getFirst())
                .isInstanceOfSatisfying(
                        ImportRow.Listing.class,
                        listing -> assertThat(requireNonNull(listing.therapist())
                                        .therapist()
                                        .treatments())
                                .extracting(Treatment::roomNeeded, Treatment::rooms)
                                .containsExactly(
                                        tuple(true, List.of()),
                                        tuple(true, List.of("Acorn", "Bur Oak")),
                                        tuple(false, List.of())));
    }

    @Test
    void readsAFileThatDoesNotKnowTheLaterColumns() {
        String header = TestRow.firstHeader();

        assertThat(ReadFile.told(ReadFile.of(header, aTherapist("lucia").firstLine())))
                .containsExactly("2 read");
    }

    @Test
    void findsEveryFaultOfARow() {
        String row = aTherapist("lucia")
                .with("zip", "6311")
                .with("gender", "none")
                .with("languages", "en;english;de")
                .with("treatments", "a|A|swedish|61|95.00|15;b|B|swedish|60|95|15")
                .with("hours", "mon 09:00-12:00;tue 18:00-10:00")
                .line();

        ImportRow refused = ReadFile.of(header(), row).getFirst();

        assertThat(refused)
                .isInstanceOfSatisfying(
                        ImportRow.Refused.class,
                        it -> assertThat(it.faults())
                                .extracting("column")
                                .containsExactly("zip", "gender", "languages", "hours", "treatments", "treatments"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "practice_id!Quiet Oak!'Quiet Oak' is not lower-case letters and digits joined by hyphens",
                "practice_name!``!is required",
                "practice_name!a\u0007b!contains a control character",
                "street!``!is required",
                "practice_kind!spa!'spa' is not one of wellness-center, clinic, pain-management",
                "practice_phone!call me!'call me' is not a phone number",
                "practice_email!desk!is not an email address",
                "state!Mo!'Mo' is not a state's two capital letters",
                "area!boston!'boston' is not one of st-louis, maplewood, lakewood",
                "lat!north!'north' is not degrees such as 38.6126",
                "lat!39.9!the point lies outside Greater St. Louis, Missouri",
                "lat!91!is not a place on the globe",
                "zone!America/Gotham!'America/Gotham' is not a time zone such as America/Chicago",
                "zone!CST!'CST' is not a time zone such as America/Chicago",
                "zone!America/Denver!st-louis lies in America/Chicago, not in America/Denver",
                "rooms!Acorn;Acorn!the same room twice",
                "therapist_name!``!is required",
                "email!``!is required",
                "email!a b@demo.example!is not an email address",
                "languages!``!is required",
                "languages!en;en!the same language twice",
                "conditions!back-pain!'back-pain' is not a condition and its years such as back-pain:9",
                "conditions!back-pain:99!years must be 0 to 80",
                "conditions!back-pain:1;back-pain:2!the same condition twice",
                "licence_number!``!is required",
                "licence_expires!2027-02-30!'2027-02-30' is not a date such as 2027-08-31",
                "licence_expires!2025-08-31!the licence expired before it was checked",
                "licence_checked!2026-11-22!'2026-11-22' is still to come",
                "treatments!``!is required",
                "treatments!a|A|swedish|60|95.00!'a|A|swedish|60|95.00' is not a treatment of six parts: id|name|modality|minutes|price|buffer, or seven with its rooms",
                "treatments!a|A|swedish|62|95.00|15!minutes must be a multiple of 5 from 5 to 480",
                "treatments!a|A|swedish|60|95.00|7!the buffer must be a multiple of 5 from 0 to 120",
                "treatments!a|A|swedish|60|-95.00|15!'-95.00' is not a price such as 95.00",
                "treatments!a|A|swedish|60|95.001|15!'95.001' is not a price such as 95.00",
                "treatments!a|A|swedish|60|95.00|15|Attic!'Attic' is no room of the location",
                "treatments!a|A|swedish|60|95.00|15|Acorn+Acorn!the same room twice",
                "treatments!a|A|medical|60|95.00|15!'A' is of medical, which is not among the modalities",
                "treatments!a|A|swedish|480|95.00|15;a|B|swedish|60|95.00|15!the same treatment twice",
                "treatments!a|A|swedish|480|95.00|15!'A' takes longer than any working range",
                "hours!``!is required",
                "hours!mon!'mon' is not a day with its hours such as mon 09:00-12:00",
                "hours!mo 09:00-12:00!'mo' is not a day: mon, tue, wed, thu, fri, sat or sun",
                "hours!mon 09:00!'09:00' is not a range such as 09:00-12:00",
                "hours!mon 09:00-25:00!'25:00' is not a time such as 09:00",
                "hours!mon 09:02-12:00!09:02-12:00 is not on the 5-minute grid",
                "hours!mon 12:00-09:00!12:00-09:00 ends before it starts",
                "hours!mon 09:00-12:00 11:00-13:00!09:00-12:00 overlaps 11:00-13:00 on MONDAY",
                "instant!yes!'yes' is not true or false",
                "demo!``!is required",
                "doctors_papers!prescription!'prescription' is not one of referral, letter-of-medical-necessity",
                "doctors_papers!referral;referral!the same paper twice",
                "access!lift!'lift' is not one of step-free, elevator, parking, accessible-parking, near-transit, accessible-restroom, adjustable-table",
                "lowest_table_inches!4!a table's height must be 5 to 45 inches",
                "pressure!soft!'soft' is not a range such as light-medium",
                "pressure!firm-light!goes from the firmer to the gentler pressure",
                "photos!http://pictures.example/me.jpg!is not a link such as https://pictures.example/me.jpg",
                "certificates!Oncology!'Oncology' is not a certificate of five parts: name|issuer|number|expires|checked",
                "certificates!Oncology|||2026-01-01|2026-03-13!the certificate expired before it was checked",
                "holidays!xmas!'xmas' is not 'federal' or a date such as 2027-08-31",
                "holidays!2027-02-12;2027-02-12!the same holiday twice",
                "certificates!Oncology||||2026-11-22!'2026-11-22' is still to come",
            })
    void refusesAValueThatIsNotAllowedAndSaysWhy(String column, String value, String reason) {
        String row = aTherapist("lucia").with(column, value).line();

        List<String> told = ReadFile.told(ReadFile.of(header(), row));

        assertThat(told).containsExactly("2 " + column + ": " + reason);
    }
}
