package org.bodywork.therapists.account.adapter.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The signing keys at one moment. A key is made, is published for a while, signs, and stays published until the last
 * token it signed has ended: whoever holds a token never notices.
 *
 * @param keys the oldest first
 */
record KeyRing(List<SigningKeyDocument> keys, Instant now) {

    /** For the difference between clocks, and what those who check tokens allow for it. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    KeyRing {
        keys = List.copyOf(keys);
    }

    /** The newest whose time to sign has come; the oldest, should a clock have gone back before all of them. */
    Optional<SigningKeyDocument> signing() {
        return keys.reversed().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .or(() -> keys.stream().findFirst());
    }

    /** Published already, and signing later. */
    Optional<SigningKeyDocument> waiting() {
        return newest().filter(key -> key.signsFrom().isAfter(now));
    }

    Optional<SigningKeyDocument> newest() {
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
    }

    boolean needsNext(Duration rotateAfter) {
        return newest().map(key -> !key.signsFrom().plus(rotateAfter).isAfter(now))
                .orElse(true);
    }

    /** The newest first. */
    List<SigningKeyDocument> published(Duration tokenLife) {
        return keys.reversed().stream()
                .filter(key -> !isRetired(key, tokenLife))
                .toList();
    }

    List<SigningKeyDocument> retired(Duration tokenLife) {
        return keys.stream().filter(key -> isRetired(key, tokenLife)).toList();
    }

    /** Its last token was signed when the next key began to sign. */
    private boolean isRetired(SigningKeyDocument key, Duration tokenLife) {
        return IntStream.range(0, keys.size() - 1)
                .filter(at -> keys.get(at).equals(key))
                .mapToObj(at -> keys.get(at + 1).signsFrom())
                .anyMatch(successor -> successor.plus(tokenLife).plus(MARGIN).isBefore(now));
    }
}
