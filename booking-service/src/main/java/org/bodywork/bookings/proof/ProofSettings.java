package org.bodywork.bookings.proof;

import java.time.Duration;
import org.bodywork.platform.codes.CodeLimits.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often anybody may ask for a code, and how long a proof holds.
 *
 * @param perEmail how many codes one address may be sent in a window
 * @param perEmailADay how many in a day: with five tries at each, a guesser finds one client's code once in decades
 * @param perAddress how many codes may be asked for from one network address in a window
 * @param window by the unmoved clock
 * @param sessionLife by the unmoved clock
 */
@ConfigurationProperties("bodywork.my-visits")
record ProofSettings(
        @DefaultValue("5") int perEmail,
        @DefaultValue("15") int perEmailADay,
        @DefaultValue("100") int perAddress,
        @DefaultValue("PT1H") Duration window,
        @DefaultValue("PT30M") Duration sessionLife) {

    ProofSettings {
        if (perEmail < 1 || perEmailADay < 1 || perAddress < 1 || !window.isPositive() || !sessionLife.isPositive()) {
            throw new IllegalArgumentException("bodywork.my-visits: limits, window and life must be positive");
        }
    }

    Limits limits() {
        return new Limits(perEmail, perEmailADay, perAddress, window);
    }
}
