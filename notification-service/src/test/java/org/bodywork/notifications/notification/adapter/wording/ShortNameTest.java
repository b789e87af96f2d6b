package org.bodywork.notifications.notification.adapter.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortNameTest {

    @Test
    void keepsANameThatFits() {
        assertThat(ShortName.of("Quiet Room", 10)).isEqualTo("Quiet Room");
    }

    @Test
    void marksWhereItCut() {
        assertThat(ShortName.of("The Quiet Room", 11)).isEqualTo("The Quiet..");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(ShortName.of("Calm 👩‍⚕️ Room", 9)).isEqualTo("Calm..");
    }
}
