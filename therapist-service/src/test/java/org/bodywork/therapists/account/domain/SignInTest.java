package org.bodywork.therapists.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.BrowserKey;
import org.bodywork.platform.codes.domain.CodeSeal;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final RandomGenerator RANDOM = new SplittableRandom(7);
    private static final EmailAddress LUCIA = new EmailAddress("lucia@demo.example");
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final BrowserKey KEY = BrowserKey.random(RANDOM);
    private static final OneTimeCode CODE = new OneTimeCode("042137");

    @Test
    void opensWithItsCodeAndAddressHoweverTheAddressIsWritten() {
        assertThat(aSignIn(ACCOUNT).opensWith(new EmailAddress(" Lucia@Demo.example"), CODE, KEY))
                .isTrue();
    }

    @Test
    void staysShutForAnotherCode() {
        assertThat(aSignIn(ACCOUNT).opensWith(LUCIA, new OneTimeCode("042138"), KEY))
                .isFalse();
    }

    @Test
    void staysShutForAnotherAddress() {
        assertThat(aSignIn(ACCOUNT).opensWith(new EmailAddress("walter@demo.example"), CODE, KEY))
                .isFalse();
    }

    @Test
    void staysShutForAnAddressThatIsNobodys() {
        assertThat(aSignIn(null).opensWith(LUCIA, CODE, KEY)).isFalse();
    }

    @Test
    void staysShutForAnotherBrowserThanTheOneThatAsked() {
        assertThat(aSignIn(ACCOUNT).opensWith(LUCIA, CODE, BrowserKey.random(RANDOM)))
                .isFalse();
    }

    @Test
    void staysShutForWhoLeavesTheKeyOutWhenABrowserAsked() {
        assertThat(aSignIn(ACCOUNT).opensWith(LUCIA, CODE, null)).isFalse();
    }

    @Test
    void aClientWithoutCookiesNeedsNoKeyButMustNotShowAWrongOne() {
        Binding binding = Binding.to(KEY, false);

        assertThat(binding.allows(null)).isTrue();
        assertThat(binding.allows(KEY)).isTrue();
        assertThat(binding.allows(BrowserKey.random(RANDOM))).isFalse();
    }

    @Test
    void takesNothingForAKeyThatIsShapedDifferently() {
        assertThat(BrowserKey.shown(KEY.value())).contains(KEY);
        assertThat(BrowserKey.shown("")).isEmpty();
        assertThat(BrowserKey.shown(KEY.value() + "A")).isEmpty();
        assertThat(BrowserKey.shown("{\"$ne\": null}")).isEmpty();
    }

    @Test
    void keepsTheSameCodeDifferentlyEachTime() {
        CodeSeal first = CodeSeal.of(LUCIA.value(), CODE, RANDOM);
        CodeSeal second = CodeSeal.of(LUCIA.value(), CODE, RANDOM);

        assertThat(first.hash()).isNotEqualTo(second.hash());
    }

    @Test
    void codesHaveSixDigitsAlsoWhenTheyBeginWithZero() {
        for (int draw = 0; draw < 1000; draw++) {
            assertThat(OneTimeCode.random(RANDOM).digits()).matches("[0-9]{6}");
        }
    }

    @Test
    void showsNeitherCodeNorAddressInLogs() {
        assertThat(CODE.toString()).doesNotContain("042137");
        assertThat(KEY.toString()).doesNotContain(KEY.value());
        assertThat(LUCIA.toString()).doesNotContain("lucia");
    }

    private static SignIn aSignIn(@Nullable AccountId account) {
        return new SignIn(
                new SignInId(new UUID(0, 2)),
                account,
                CodeSeal.of(LUCIA.value(), CODE, RANDOM),
                Binding.to(KEY, true),
                Instant.parse("2026-11-21T10:00:00Z"));
    }
}
