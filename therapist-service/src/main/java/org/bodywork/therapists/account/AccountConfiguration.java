package org.bodywork.therapists.account;

import java.time.Clock;
import java.time.Duration;
import org.bodywork.therapists.account.application.AccessTokens;
import org.bodywork.therapists.account.application.Accounts;
import org.bodywork.therapists.account.application.ConfirmSignIn;
import org.bodywork.therapists.account.application.ExchangeIdentity;
import org.bodywork.therapists.account.application.KeepColleagues;
import org.bodywork.therapists.account.application.KeepStaffAccount;
import org.bodywork.therapists.account.application.RequestSignIn;
import org.bodywork.therapists.account.application.SignInLimits;
import org.bodywork.therapists.account.application.SignInSettings;
import org.bodywork.therapists.account.application.SignIns;
import org.bodywork.therapists.account.application.TrustedIdentities;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.listing.application.StaffContacts;
import org.bodywork.therapists.listing.application.StaffContacts.Contact;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.store.Versioned;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountConfiguration.SignInProperties.class)
class AccountConfiguration {

    /** Fewer than the events that one document's outbox keeps. */
    private static final int MOST_MANAGERS_TOLD = 15;

    /** The settings of signing in, with defaults for one practice's staff behind one network address. */
    @ConfigurationProperties("bodywork.sign-in")
    record SignInProperties(
            @DefaultValue("10") int perEmail,
            @DefaultValue("30") int perEmailADay,
            @DefaultValue("200") int perAddress,
            @DefaultValue("PT1H") Duration window,
            @DefaultValue("PT8H") Duration tokenLife) {}

    @Bean
    SignInSettings signInSettings(SignInProperties properties) {
        return new SignInSettings(
                properties.perEmail(),
                properties.perEmailADay(),
                properties.perAddress(),
                properties.window(),
                properties.tokenLife());
    }

    /** Nobody is written to who may not sign in any more. */
    @Bean
    StaffContacts staffContacts(Accounts accounts) {
        return (therapist, practice) -> accounts.find(AccountId.of(therapist))
                .map(Versioned::value)
                .filter(Account::maySignIn)
                .concatWith(accounts.managersOf(practice).take(MOST_MANAGERS_TOLD))
                .distinct(Account::id)
                .map(account -> new Contact(account.id().value(), account.email(), account.language()));
    }

    @Bean
    KeepStaffAccount keepStaffAccount(Accounts accounts) {
        return new KeepStaffAccount(accounts);
    }

    @Bean
    KeepColleagues keepColleagues(Accounts accounts, Therapists therapists) {
        return new KeepColleagues(accounts, therapists);
    }

    @Bean
    RequestSignIn requestSignIn(Accounts accounts, SignIns signIns, SignInLimits limits, Clock clock) {
        return new RequestSignIn(accounts, signIns, limits, clock);
    }

    @Bean
    ExchangeIdentity exchangeIdentity(TrustedIdentities identities, Accounts accounts, AccessTokens tokens) {
        return new ExchangeIdentity(identities, accounts, tokens);
    }

    @Bean
    ConfirmSignIn confirmSignIn(Accounts accounts, SignIns signIns, AccessTokens tokens, Clock clock) {
        return new ConfirmSignIn(accounts, signIns, tokens, clock);
    }
}
