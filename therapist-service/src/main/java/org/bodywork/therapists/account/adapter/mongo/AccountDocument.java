package org.bodywork.therapists.account.adapter.mongo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** An account as stored. */
record AccountDocument(
        @Id String id,
        long sequence,
        Instant changedAt,
        String email,
        List<String> roles,
        @Nullable String practiceId,
        @Nullable String therapistId,
        String language,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "accounts";

    Versioned<Account> versioned() {
        return new Versioned<>(account(), sequence);
    }

    Account account() {
        return new Account(
                new AccountId(UUID.fromString(id)),
                new EmailAddress(email),
                roles.stream().map(Role::named).toList(),
                practiceId == null ? null : new PracticeId(UUID.fromString(practiceId)),
                therapistId == null ? null : new TherapistId(UUID.fromString(therapistId)),
                new Language(language));
    }
}
