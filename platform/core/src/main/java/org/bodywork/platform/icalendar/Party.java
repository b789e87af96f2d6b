package org.bodywork.platform.icalendar;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Somebody an event has to do with.
 *
 * @param name as calendar programs show it
 * @param address their email address
 */
public record Party(String name, String address) {

    /** Their name as a parameter's value: in quotes, which it can therefore not contain (RFC 5545, 3.2). */
    String quotedName() {
        return '"'
                + name.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                        .replace('"', '\'')
                        .strip()
                + '"';
    }

    /** @throws IllegalArgumentException when the address can be none */
    String mailto() {
        try {
            return new URI("mailto", address, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no address", e);
        }
    }
}
