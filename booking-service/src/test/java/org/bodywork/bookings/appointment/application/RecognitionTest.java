package org.bodywork.bookings.appointment.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.platform.crypto.Mac;
import org.junit.jupiter.api.Test;

class RecognitionTest {

    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    private final Recognition recognition = new Recognition(Mac.of("1", FreshKeys.key()));

    @Test
    void recognisesAPersonInAnySpelling() {
        assertThat(recognition.marksOf(new EmailAddress("ADA@example.ORG"), "ada  LOVELACE "))
                .isEqualTo(recognition.marksOf(ADA, "Ada Lovelace"));
    }

    @Test
    void tellsPeopleWhoShareAnAddressApart() {
        assertThat(recognition.marksOf(ADA, "Ada Lovelace").key())
                .isNotEqualTo(recognition.marksOf(ADA, "Byron Lovelace").key());
        assertThat(recognition.marksOf(ADA, "Ada Lovelace").ref())
                .isEqualTo(recognition.marksOf(ADA, "Byron Lovelace").ref());
    }

    @Test
    void showsNothingOfThePerson() {
        assertThat(recognition.marksOf(ADA, "Ada Lovelace").toString()).doesNotContainIgnoringCase("ada");
    }

    @Test
    void showsNothingOfTheKeyOfARequest() {
        assertThat(recognition.of("key-of-sixteen-chars", "{}").requestKey()).doesNotContain("key-of-sixteen-chars");
    }
}
