package org.bodywork.therapists.account.application;

import java.time.Duration;

/** A bearer token: a secret, for as long as it lives. */
public record AccessToken(String value, Duration life) {

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
