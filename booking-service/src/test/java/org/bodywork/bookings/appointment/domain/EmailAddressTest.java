package org.bodywork.bookings.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ada@example.org", "ada.b+massage@mail.example.co.uk", " ada@example.org ", "o'neil@example.org"
            })
    void takesAddressesThatPeopleHave(String text) {
        assertThat(EmailAddress.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@example.org",
                "ada",
                "ada@",
                "ada@localhost",
                "ada..b@example.org",
                ".ada@example.org",
                "ada@-example.org",
                "ada@example..org",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada @example.org",
                "\"ada b\"@example.org",
                "ada@[127.0.0.1]"
            })
    void refusesWhatCannotBeOne(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void refusesAnEndlessAddressAtOnce() {
        assertThat(EmailAddress.parse("a".repeat(60_000) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "a.".repeat(30_000))).isEmpty();
    }

    @Test
    void isEqualInAnySpelling() {
        assertThat(new EmailAddress("Ada@Example.ORG").normalised()).isEqualTo("ada@example.org");
    }

    @Test
    void doesNotShowItselfInLogs() {
        assertThat(new EmailAddress("ada@example.org").toString()).doesNotContain("ada");
    }
}
