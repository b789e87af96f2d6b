package org.bodywork.platform.due;

import static java.util.Objects.requireNonNull;

import org.bson.Document;

/**
 * Due work that this instance holds until its lease ends.
 *
 * @param document as it stands after the claim
 * @param token stored as {@code claim}; a write that ends the work demands it
 * @param attempts how often it has been claimed, this time included
 */
public record Claimed(Document document, String token, int attempts) {

    public Object id() {
        return requireNonNull(document.get("_id"));
    }
}
