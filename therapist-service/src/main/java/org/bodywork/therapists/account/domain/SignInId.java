package org.bodywork.therapists.account.domain;

import java.util.UUID;

/** Known only to whoever asked to sign in, so a code alone, read over a shoulder, opens nothing. */
public record SignInId(UUID value) {

    public static SignInId random() {
        return new SignInId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
