package org.bodywork.therapists;

import java.util.UUID;
import java.util.function.Function;
import org.bodywork.platform.security.Caller;
import org.bodywork.therapists.listing.application.Editor;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Whose listings a verified token allows to keep. */
public final class Editors {

    private Editors() {}

    /**
     * The editor a token speaks for.
     *
     * @throws AccessDeniedException when it speaks for nobody who keeps listings
     */
    public static Editor of(Caller caller) {
        Editor editor = new Editor(
                caller.hasRole("operator"),
                caller.hasRole("manager") ? id(caller, "practiceId", PracticeId::new) : null,
                caller.hasRole("therapist") ? id(caller, "therapistId", TherapistId::new) : null);
        if (editor.equals(new Editor(false, null, null))) {
            throw new AccessDeniedException("neither operator, manager nor therapist");
        }
        return editor;
    }

    private static <T> @Nullable T id(Caller caller, String claim, Function<UUID, T> reader) {
        try {
            return caller.claim(claim).map(UUID::fromString).map(reader).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
