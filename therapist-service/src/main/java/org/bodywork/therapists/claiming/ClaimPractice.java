package org.bodywork.therapists.claiming;

import java.util.List;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.account.application.Invitation;
import org.bodywork.therapists.account.application.KeepColleagues;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.store.ConcurrentChange;
import org.bodywork.therapists.store.Dated;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes claims in and lets an operator answer them. What makes a claim good happens outside: the operator calls the
 * practice by a number known to be its own. Who claims gets no access before that.
 */
@Component
final class ClaimPractice {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimPractice.class);

    private static final int TRIES = 3;
    private static final Language ENGLISH = new Language("en");

    private final Practices practices;
    private final Claims claims;
    private final KeepColleagues colleagues;
    private final BusinessClock clock;

    ClaimPractice(Practices practices, Claims claims, KeepColleagues colleagues, BusinessClock clock) {
        this.practices = practices;
        this.claims = claims;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    Mono<Void> claim(Slug slug, String name, EmailAddress email, @Nullable String note) {
        return practices
                .published(slug)
                .map(Dated::value)
                .switchIfEmpty(Mono.error(ClaimRejection.NoSuchPractice::new))
                .filter(practice -> !practice.claimed())
                .switchIfEmpty(Mono.error(ClaimRejection.AlreadyClaimed::new))
                .flatMap(practice -> claims.add(new Claim(practice.id(), name, email, note, clock.now())));
    }

    Flux<Claim> waiting(int most) {
        return claims.oldest(most);
    }

    /** Each step may have been taken before: agreeing once more finishes what was cut off. */
    Mono<Void> agree(AccountId operator, ClaimId id) {
        return claims.known(id)
                .switchIfEmpty(Mono.error(ClaimRejection.NoSuchClaim::new))
                .flatMap(claim -> colleagues
                        .invite(operator, managerOf(claim))
                        .then(Mono.defer(() -> handOver(claim.practice())))
                        .then(Mono.defer(() -> claims.remove(id)))
                        .doOnSuccess(_ -> LOG.atInfo()
                                .addKeyValue("practice", claim.practice())
                                .log("practice handed over")));
    }

    Mono<Void> decline(ClaimId id) {
        return claims.remove(id);
    }

    private static Invitation managerOf(Claim claim) {
        return new Invitation(claim.email(), List.of(Role.MANAGER), claim.practice(), null, ENGLISH);
    }

    private Mono<Void> handOver(PracticeId id) {
        return Mono.defer(() -> practices.find(id))
                .filter(known -> !known.value().claimed())
                .flatMap(this::save)
                .retryWhen(Retry.max(TRIES).filter(ConcurrentChange.class::isInstance));
    }

    private Mono<Void> save(Versioned<Practice> known) {
        return practices.change(known.value().handedOver(), known.sequence());
    }
}
