package org.bodywork.notifications.delivery.application;

import reactor.core.publisher.Mono;

/** Where text messages from recipients go. */
@FunctionalInterface
public interface IncomingTexts {

    /**
     * A text as it came: from anybody, in any script.
     *
     * @param id the provider's, the same when it tells of one text again
     * @param from the sender's number in E.164
     */
    record IncomingText(String id, String from, String body) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "a text";
        }
    }

    /** Acts on it once, however often it is told. Gives what to answer, or nothing. */
    Mono<String> take(IncomingText text);
}
