package org.bodywork.therapists.account.adapter.mongo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.CodeSeal;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.SignIn;
import org.bodywork.therapists.account.domain.SignInId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A sign-in as stored.
 *
 * @param openFor a digest of the address while the code is good; no two have the same, so a new code ends the one before
 * @param due when it is forgotten, by business time
 */
record SignInDocument(
        @Id String id,
        long sequence,
        @Nullable String accountId,
        String salt,
        String hash,
        String keyHash,
        boolean keyNeeded,
        @Nullable String openFor,
        Instant expiresAt,
        int tries,
        Instant due,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "signIns";

    SignIn signIn() {
        return new SignIn(
                new SignInId(UUID.fromString(id)),
                accountId == null ? null : new AccountId(UUID.fromString(accountId)),
                new CodeSeal(salt, hash),
                new Binding(keyHash, keyNeeded),
                expiresAt);
    }
}
