package org.bodywork.therapists.account.adapter.mongo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.CodeSeal;
import org.bodywork.therapists.account.domain.SignIn;
import org.bodywork.therapists.account.domain.SignInId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A sign-in as stored.
 *
 * @param due when it is forgotten, by business time
 */
record SignInDocument(
        @Id String id,
        long sequence,
        @Nullable String accountId,
        String salt,
        String hash,
        Instant expiresAt,
        int tries,
        boolean used,
        Instant due,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "signIns";

    SignIn signIn() {
        return new SignIn(
                new SignInId(UUID.fromString(id)),
                accountId == null ? null : new AccountId(UUID.fromString(accountId)),
                new CodeSeal(salt, hash),
                expiresAt);
    }
}
