package org.bodywork.therapists.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.therapists.listing.domain.Listings.lucia;
import static org.bodywork.therapists.listing.domain.Listings.morganford;
import static org.bodywork.therapists.listing.domain.Listings.quietOak;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file lists again and again what staff have added to meanwhile. */
class RelistingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Therapist listed = lucia();

    @Test
    void sayingTheSameAgainChangesNothing() {
        assertThat(listed.relisted(listed, TODAY)).isEqualTo(listed);
        assertThat(quietOak().relisted(quietOak())).isEqualTo(quietOak());
    }

    @Test
    void whatFilesHaveNoWordsForStays() {
        BookingRules own = new BookingRules(
                true,
                Duration.ofHours(12),
                30,
                Duration.ofMinutes(30),
                Duration.ofHours(6),
                Duration.ofHours(48),
                "",
                new DailyLimits(5, null, null));
        Therapist edited = listed.with(own);

        assertThat(edited.relisted(listed, TODAY)).isEqualTo(edited);
    }

    @Test
    void whoMayBookATreatmentStays() {
        Therapist known = withTreatment(swedish(List.of(), Clients.RETURNING));

        assertThat(known.relisted(listed, TODAY).treatments()).isEqualTo(known.treatments());
    }

    @Test
    void theRoomsOfATreatmentStayUntilAFileNamesOthers() {
        Therapist known = withTreatment(swedish(List.of("Acorn"), Clients.ANY));
        Therapist renamed = withTreatment(swedish(List.of("Bur Oak"), Clients.ANY));

        assertThat(known.relisted(listed, TODAY).treatments()).isEqualTo(known.treatments());
        assertThat(known.relisted(renamed, TODAY).treatments()).isEqualTo(renamed.treatments());
    }

    private static Treatment swedish(List<String> rooms, Clients clients) {
        Treatment usual = Listings.swedish();
        return new Treatment(
                usual.id(),
                usual.externalId(),
                usual.name(),
                usual.modality(),
                usual.minutes(),
                usual.price(),
                usual.bufferMinutes(),
                true,
                rooms,
                clients);
    }

    @Test
    void whatTheFileLeavesUnsaidStays() {
        Portrait portrait = listed.portrait();
        Therapist edited = listed.with(new Portrait(
                        portrait.name(),
                        portrait.pronouns(),
                        portrait.gender(),
                        portrait.languages(),
                        portrait.approach(),
                        new PressureRange(Pressure.LIGHT, Pressure.FIRM),
                        List.of(Photo.at("https://pictures.example/me.jpg"))))
                .with(new Credentials(
                        listed.credentials().required(),
                        List.of(),
                        List.of(new Certificate("Oncology massage", null, null, null, null))));

        assertThat(edited.relisted(listed, TODAY)).isEqualTo(edited);
    }

    @Test
    void aFileStillDecidesWhoBooksInstantly() {
        Therapist byRequest = listed.with(BookingRules.usual(false));

        assertThat(listed.relisted(byRequest, TODAY).rules().instant()).isFalse();
    }

    @Test
    void aFileReplacesHolidaysWhereItSaysSome() {
        Holidays federal = new Holidays(true, List.of());
        Holidays own = new Holidays(false, List.of(TODAY.plusDays(80)));
        Therapist closed = closedOn(federal);

        assertThat(closed.relisted(listed, TODAY).schedule().holidays()).isEqualTo(federal);
        assertThat(closed.relisted(closedOn(own), TODAY).schedule().holidays()).isEqualTo(own);
    }

    private Therapist closedOn(Holidays holidays) {
        return listed.working(listed.schedule().keeping(holidays), listed.workplaces());
    }

    @Test
    void theAccessOfALocationStays() {
        Access known = new Access(List.of(Ease.STEP_FREE), 18);
        Location place = morganford();
        Location edited = new Location(
                place.id(),
                place.externalId(),
                place.name(),
                place.address(),
                place.point(),
                place.area(),
                place.zone(),
                place.rooms(),
                known);

        assertThat(edited.relisted(place)).isEqualTo(edited);
    }

    private Therapist withTreatment(Treatment treatment) {
        return new Therapist(
                listed.id(),
                listed.slug(),
                listed.status(),
                listed.portrait(),
                listed.practice(),
                listed.area(),
                listed.demo(),
                listed.modalities(),
                listed.conditions(),
                listed.credentials(),
                List.of(treatment),
                listed.rules(),
                listed.workplaces(),
                listed.schedule());
    }
}
