package org.bodywork.therapists.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Licence missouri = new Licence("MO-46288", "MO", TODAY.plusYears(1), TODAY);
    private final Licence illinois = new Licence("IL-7", "IL", TODAY.plusYears(2), null);
    private final Certificate oncology = new Certificate("Oncology massage", null, null, null, TODAY);

    @Test
    void showsTheRequiredLicenceFirst() {
        Credentials all = new Credentials(missouri, List.of(illinois), List.of(oncology));

        assertThat(all.all()).containsExactly(missouri, illinois, oncology);
    }

    @Test
    void aLicenceThatExpiredBeforeItWasCheckedIsRefused() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Licence("MO-46288", "MO", TODAY, TODAY.plusDays(1)))
                .withMessage("the licence expired before it was checked");
    }

    @Test
    void aCertificateThatExpiredBeforeItWasCheckedIsRefused() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Certificate("Oncology massage", null, null, TODAY, TODAY.plusDays(1)))
                .withMessage("the certificate expired before it was checked");
    }

    @Test
    void aCertificateNeedNotExpire() {
        assertThat(oncology.expires()).isNull();
    }

    @Test
    void theSameLicenceIsNotListedTwice() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Credentials(missouri, List.of(missouri), List.of()))
                .withMessage("the same licence twice");
    }

    @Test
    void nobodyHasMoreThanThirty() {
        List<Licence> many = Collections.nCopies(31, illinois);

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Credentials(missouri, many, List.of()))
                .withMessage("has more than 30 of a kind");
    }

    @Test
    void aFileMakesAFurtherLicenceTheRequiredOne() {
        Licence renewed = new Licence("MO-46288", "MO", TODAY.plusYears(3), null);
        Credentials known = new Credentials(null, List.of(missouri, illinois), List.of(oncology));

        assertThat(known.relisted(Credentials.ofLicence(renewed)))
                .isEqualTo(new Credentials(renewed, List.of(illinois), List.of(oncology)));
    }
}
