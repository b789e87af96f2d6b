package org.bodywork.notifications.delivery.adapter.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Twilio's own library is the judge of what a genuine signature is. */
class TwilioSignatureTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String URL = "https://notify.example/webhooks/twilio/status?notification=abc-1";
    private static final Map<String, String> FORM =
            Map.of("MessageSid", "SM1", "MessageStatus", "delivered", "To", "+13145550123", "Body", "Está bien & ok?");

    private final TwilioSignature signature = new TwilioSignature(TOKEN);

    @Test
    void signsAsTwiliosOwnLibraryChecks() {
        String ours = signature.of(URL, asLists(FORM));

        assertThat(new RequestValidator(TOKEN).validate(URL, FORM, ours)).isTrue();
    }

    @Test
    void acceptsItsOwnSignature() {
        assertThat(signature.isGenuine(URL, asLists(FORM), signature.of(URL, asLists(FORM))))
                .isTrue();
    }

    @Test
    void refusesAChangedField() {
        Map<String, String> changed = new HashMap<>(FORM);
        changed.put("MessageStatus", "failed");

        assertThat(signature.isGenuine(URL, asLists(changed), signature.of(URL, asLists(FORM))))
                .isFalse();
    }

    @Test
    void refusesAnotherAddress() {
        String elsewhere = URL.replace("abc-1", "abc-2");

        assertThat(signature.isGenuine(elsewhere, asLists(FORM), signature.of(URL, asLists(FORM))))
                .isFalse();
    }

    @Test
    void refusesAnotherAccountsSignature() {
        String theirs = new TwilioSignature("f".repeat(32)).of(URL, asLists(FORM));

        assertThat(signature.isGenuine(URL, asLists(FORM), theirs)).isFalse();
    }

    @Test
    void refusesWhatIsNotSigned() {
        assertThat(signature.isGenuine(URL, asLists(FORM), null)).isFalse();
        assertThat(signature.isGenuine(URL, asLists(FORM), "")).isFalse();
    }

    private static Map<String, List<String>> asLists(Map<String, String> form) {
        Map<String, List<String>> lists = new HashMap<>();
        form.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }
}
