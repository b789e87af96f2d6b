package org.bodywork.bookings.client.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.client.domain.SealedText;
import org.junit.jupiter.api.Test;

class TextOpenerTest {

    private static final TextCipher RECORD_KEY = new TextCipher("1", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

    /** As documents hold it that were written before clients had keys of their own. */
    private static final SealedText OLD_NOTE =
            new SealedText("1.9ngui1blSPKiug50DwKv2vJ+I/5ZirR4h09BSa9uYWYCAvFA3r8E3VcIPdYDAA==");

    @Test
    void opensWhatWasSealedBeforeClientsHadKeys() {
        TextOpener opener = new TextOpener(null, RECORD_KEY);

        assertThat(opener.open("0b4e2f6a-0000-4000-8000-000000000001", "note", OLD_NOTE))
                .contains("Please ring twice.");
    }

    @Test
    void opensItBesideTheClientsOwnKeyToo() {
        TextOpener opener = new TextOpener(new TextCipher("client-1", FreshKeys.key()), RECORD_KEY);

        assertThat(opener.open("0b4e2f6a-0000-4000-8000-000000000001", "note", OLD_NOTE))
                .contains("Please ring twice.");
    }

    @Test
    void opensAnOldTextOnlyInItsDocumentAndField() {
        TextOpener opener = new TextOpener(null, RECORD_KEY);

        assertThatThrownBy(() -> opener.open("0b4e2f6a-0000-4000-8000-000000000002", "note", OLD_NOTE))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> opener.open("0b4e2f6a-0000-4000-8000-000000000001", "outcome.notes", OLD_NOTE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhenARecordKeyIsMissingRatherThanHidingTheText() {
        TextOpener opener = new TextOpener(null, new TextCipher("2", FreshKeys.key()));

        assertThatThrownBy(() -> opener.open("0b4e2f6a-0000-4000-8000-000000000001", "note", OLD_NOTE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1");
    }
}
