package org.bodywork.bookings.opening.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class StartRuleTest {

    private static final ZonedDateTime TEN = ZonedDateTime.of(2026, 11, 30, 10, 0, 0, 0, CHICAGO);
    private static final Instant DAY_BEFORE = TEN.minusDays(1).toInstant();

    @Test
    void publishedKeepsDraftsAndWithdrawnListingsClosed() {
        assertThat(StartRule.PUBLISHED.allows(slot(aListing().unpublished()), DAY_BEFORE))
                .isFalse();
        assertThat(StartRule.PUBLISHED.allows(slot(aListing()), DAY_BEFORE)).isTrue();
    }

    @Test
    void openToEverybodyKeepsTreatmentsForReturningClientsClosed() {
        assertThat(StartRule.OPEN_TO_EVERYBODY.allows(slot(aListing().forClients(ForClients.RETURNING)), DAY_BEFORE))
                .isFalse();
        assertThat(StartRule.OPEN_TO_EVERYBODY.allows(slot(aListing().forClients(ForClients.NEW)), DAY_BEFORE))
                .isTrue();
    }

    @Test
    void noticeIsKeptToTheSecond() {
        Slot slot = slot(aListing().withNotice(Duration.ofHours(2)));

        assertThat(StartRule.NOTICE.allows(slot, TEN.minusHours(2).toInstant())).isTrue();
        assertThat(StartRule.NOTICE.allows(
                        slot, TEN.minusHours(2).plusSeconds(1).toInstant()))
                .isFalse();
    }

    @Test
    void noticeOfZeroStillClosesTheStartThatHasCome() {
        Slot slot = slot(aListing().withNotice(Duration.ZERO));

        assertThat(StartRule.NOTICE.allows(slot, TEN.toInstant())).isFalse();
        assertThat(StartRule.NOTICE.allows(slot, TEN.minusNanos(1).toInstant())).isTrue();
    }

    @Test
    void horizonIncludesItsLastDayToTheEnd() {
        Slot slot = slot(aListing().withHorizonOf(2));
        Instant lateTwoDaysBefore =
                ZonedDateTime.of(2026, 11, 28, 0, 0, 0, 0, CHICAGO).toInstant();

        assertThat(StartRule.HORIZON.allows(slot, lateTwoDaysBefore)).isTrue();
        assertThat(StartRule.HORIZON.allows(slot, lateTwoDaysBefore.minusNanos(1)))
                .isFalse();
    }

    @Test
    void timeOffClosesEveryStartWhoseVisitItTouches() {
        assertThat(allowsAway("2026-11-30T11:00", "2026-11-30T12:00")).isTrue();
        assertThat(allowsAway("2026-11-30T10:55", "2026-11-30T12:00")).isFalse();
        assertThat(allowsAway("2026-11-27T00:00", "2026-11-30T10:05")).isFalse();
        assertThat(allowsAway("2026-11-27T00:00", "2026-11-30T10:00")).isTrue();
    }

    private static boolean allowsAway(String from, String to) {
        return StartRule.TIME_OFF.allows(slot(aListing().away(from, to)), DAY_BEFORE);
    }

    @Test
    void licenceExpiryDateIsTheLastGoodDay() {
        LocalDate day = TEN.toLocalDate();

        assertThat(StartRule.LICENCE.allows(slot(aListing().withLicenceUntil(day)), DAY_BEFORE))
                .isTrue();
        assertThat(StartRule.LICENCE.allows(slot(aListing().withLicenceUntil(day.minusDays(1))), DAY_BEFORE))
                .isFalse();
    }

    private static Slot slot(AListing words) {
        Listing listing = words.please();
        return new Slot(
                listing, listing.treatments().getFirst(), listing.workplaces().getFirst(), TEN);
    }
}
