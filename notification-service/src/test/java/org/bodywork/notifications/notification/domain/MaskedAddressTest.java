package org.bodywork.notifications.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.bodywork.notifications.delivery.domain.Channel;
import org.junit.jupiter.api.Test;

class MaskedAddressTest {

    @Test
    void showsTheFirstLetterAndTheDomainOfAnEmail() {
        assertThat(MaskedAddress.of(Channel.EMAIL, "ana@example.com").value()).isEqualTo("a***@example.com");
    }

    @Test
    void showsTheLastTwoDigitsOfANumber() {
        assertThat(MaskedAddress.of(Channel.SMS, "+13145550123").value()).isEqualTo("***23");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(MaskedAddress.of(Channel.EMAIL, "😀na@example.com").value()).isEqualTo("😀***@example.com");
    }
}
