package org.bodywork.platform.devservices.sms;

import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Twilio's names for messages: unlike those of any earlier start, and each leads back to the inbox's id. */
final class Sids {

    private final String prefix =
            "SM" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
    private final AtomicLong lastInbound = new AtomicLong();

    String of(long id) {
        return prefix + HexFormat.of().toHexDigits(id);
    }

    OptionalLong id(String sid) {
        return sid.matches(prefix + "[0-9a-f]{16}")
                ? OptionalLong.of(HexFormat.fromHexDigitsToLong(sid, prefix.length(), sid.length()))
                : OptionalLong.empty();
    }

    /** Inbound messages have no id; they count down from the far end. */
    String inbound() {
        return of(lastInbound.decrementAndGet());
    }
}
