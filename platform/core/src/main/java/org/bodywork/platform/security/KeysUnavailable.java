package org.bodywork.platform.security;

/** No token can be checked for the moment: the issuer is away and no copy of its keys was ever kept. */
public final class KeysUnavailable extends RuntimeException {

    public KeysUnavailable(Throwable cause) {
        super("No keys to check tokens with", cause);
    }
}
