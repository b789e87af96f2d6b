package org.bodywork.notifications.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.bodywork.notifications.PublicAddress;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChoiceTokensTest {

    private static final UUID ABOUT = UUID.fromString("ff72c46d-ca8f-4e35-81af-446506f102fc");
    private static final Mac MAC = Mac.of("1", "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=");

    private final AddressDigests digests = new AddressDigests(MAC);
    private final ChoiceTokens tokens = new ChoiceTokens(MAC);
    private final SignedLinks links =
            new SignedLinks(digests, tokens, new PublicAddress(URI.create("https://notify.example")));

    @Test
    void areReadBackAsTheyWereWritten() {
        ChoiceToken both = new ChoiceToken(digests.of("ana@example.com"), digests.of("+13145550123"), ABOUT);
        ChoiceToken email = new ChoiceToken(digests.of("ana@example.com"), null, ABOUT);

        assertThat(tokens.read(tokens.write(both))).contains(both);
        assertThat(tokens.read(tokens.write(email))).contains(email);
        assertThat(both.on(Channel.SMS)).isEqualTo(digests.of("+13145550123"));
    }

    @Test
    void nameOneAddressTheSameHoweverItIsWritten() {
        assertThat(links.unsubscribe(" Ana@Example.COM ", ABOUT))
                .isEqualTo(links.unsubscribe("ana@example.com", ABOUT));
    }

    @Test
    void nameNoAddressAndFitIntoALink() {
        URI link = links.preferences("ana@example.com", Optional.of("+13145550123"), ABOUT);

        assertThat(link.toString())
                .startsWith("https://notify.example/preferences/")
                .doesNotContain("ana", "example.com", "555")
                .hasSizeLessThan(180);
    }

    @Test
    void openNothingAfterAnyOfAThousandChanges() {
        String token = tokens.write(new ChoiceToken(digests.of("ana@example.com"), digests.of("+13145550123"), ABOUT));
        Random random = new Random(7);
        String alphabet = "ABCxyz019-_=.%/ \u0000é";

        for (int times = 0; times < 1_000; times++) {
            StringBuilder changed = new StringBuilder(token);
            int at = random.nextInt(token.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                case 1 -> changed.deleteCharAt(at);
                default -> changed.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (!changed.toString().equals(token)) {
                assertThat(tokens.read(changed.toString()))
                        .as(changed.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesAreToldAsPublished(OptOutWay way) {
        Event event = ConsentChanged.event(
                "1:abc", ABOUT.toString(), 1, Channel.SMS, false, way, Instant.parse("2026-11-23T16:00:00Z"));

        EventContract.of(event.type()).assertFits(event.json());
        assertThat(event.topic()).isEqualTo(EventContract.of(event.type()).topic());
        assertThat(event.key()).isEqualTo(ABOUT.toString());
    }
}
