package org.bodywork.notifications.delivery.application;

import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Acts on a text message from a recipient: whoever says stop is not written to again until they say start. */
public final class TakeReply {

    /** Any reasonable way of saying stop counts (47 CFR 64.1200(a)(10)); these do by themselves. */
    private static final Set<String> STOP = Set.of(
            "STOP", "STOPALL", "QUIT", "END", "REVOKE", "OPT OUT", "OPTOUT", "CANCEL", "UNSUBSCRIBE", "ALTO", "PARAR");

    private static final Set<String> START = Set.of("START", "UNSTOP");

    private static final Logger log = LoggerFactory.getLogger(TakeReply.class);

    private final Suppressions suppressions;

    public TakeReply(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /**
     * Everything but a stop or start word is left alone.
     *
     * @param from the sender's number in E.164
     */
    public Mono<Void> take(String from, String text) {
        String words = words(text);
        if (STOP.contains(words)) {
            return suppressions.add(from).doOnSuccess(_ -> log.info("A recipient asked us to stop"));
        }
        if (START.contains(words)) {
            return suppressions.remove(from).doOnSuccess(_ -> log.info("A recipient asked us to start again"));
        }
        return Mono.empty();
    }

    private static String words(String text) {
        return text.replaceAll("[^\\p{L}]+", " ").strip().toUpperCase(Locale.ROOT);
    }
}
