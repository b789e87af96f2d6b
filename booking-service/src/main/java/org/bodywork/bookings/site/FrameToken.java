package org.bodywork.bookings.site;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * What a browser is known by that keeps no cookie of ours, since it shows us in a frame on another site: a random token in
 * the forms that it is shown, signed so that nobody makes up another one for each form.
 */
@Component
public final class FrameToken {

    /** The name of the hidden field. */
    public static final String FIELD = "browser";

    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final FormToken forms;

    FrameToken(FormToken forms) {
        this.forms = forms;
    }

    /** The one that a form came with, else a fresh one. */
    public String keptOrDrawn(MultiValueMap<String, String> form) {
        return read(form).isPresent() ? FormFields.line(form, FIELD) : draw();
    }

    public String draw() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return token + "." + forms.of(token);
    }

    /** The browser; empty where the form says none, or none that we have drawn. */
    public Optional<String> read(MultiValueMap<String, String> form) {
        String[] parts = FormFields.line(form, FIELD).split("\\.", 2);
        return parts.length == 2 && forms.isGood(parts[1], parts[0]) ? Optional.of(parts[0]) : Optional.empty();
    }
}
