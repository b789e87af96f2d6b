package org.bodywork.therapists.account.application;

import java.time.Duration;

/**
 * How signing in is limited.
 *
 * @param perEmail how many codes one address may be sent in a window
 * @param perEmailADay how many in a day: with five tries at each, a guesser finds one account's code once in 18 years on average
 * @param perAddress how many codes may be asked for from one network address in a window
 * @param window by the unmoved clock
 * @param tokenLife how long a token is good for
 */
public record SignInSettings(int perEmail, int perEmailADay, int perAddress, Duration window, Duration tokenLife) {

    public SignInSettings {
        if (perEmail < 1 || perEmailADay < 1 || perAddress < 1 || !window.isPositive() || !tokenLife.isPositive()) {
            throw new IllegalArgumentException("bodywork.sign-in: limits, window and token life must be positive");
        }
    }
}
