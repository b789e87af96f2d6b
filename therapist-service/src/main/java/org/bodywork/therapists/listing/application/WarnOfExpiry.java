package org.bodywork.therapists.listing.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.ExpiringLicences.Watched;
import org.bodywork.therapists.listing.domain.ExpiryWarning;
import org.bodywork.therapists.listing.domain.Licence;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Warns a therapist, and who manages the practice, once at each step before the licence they need runs out. */
public final class WarnOfExpiry {

    /** When there is nobody to tell yet. */
    private static final Duration ASKS_AGAIN_AFTER = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(WarnOfExpiry.class);

    private final ExpiringLicences licences;
    private final StaffContacts contacts;
    private final BusinessClock clock;

    public WarnOfExpiry(ExpiringLicences licences, StaffContacts contacts, BusinessClock clock) {
        this.licences = licences;
        this.contacts = contacts;
        this.clock = clock;
    }

    public Mono<Void> lookAt(TherapistId id) {
        return Mono.defer(() -> licences.find(id)).flatMap(watched -> look(watched, clock.now()));
    }

    private Mono<Void> look(Watched watched, Instant now) {
        Licence licence = watched.therapist().credentials().required();
        if (licence == null || watched.therapist().licenceLookAfter(now).isEmpty()) {
            return licences.rest(watched, null);
        }
        @Nullable Instant next = ExpiryWarning.nextAfter(
                        now, licence.expires(), watched.therapist().zone())
                .orElse(null);
        Optional<ExpiryWarning> news = ExpiryWarning.at(
                        now, licence.expires(), watched.therapist().zone())
                .filter(warning -> warning.isNewsAfter(watched.last()));
        return news.map(warning -> warn(watched, warning, next)).orElseGet(() -> licences.rest(watched, next));
    }

    private Mono<Void> warn(Watched watched, ExpiryWarning warning, @Nullable Instant next) {
        return contacts.of(watched.therapist().id(), watched.therapist().practice())
                .collectList()
                .flatMap(staff -> staff.isEmpty()
                        ? licences.rest(watched, clock.now().plus(ASKS_AGAIN_AFTER))
                        : licences.warn(watched, warning, staff, next).doOnSuccess(_ -> log(watched, warning)));
    }

    private static void log(Watched watched, ExpiryWarning warning) {
        log.atInfo()
                .addKeyValue("therapist", watched.therapist().id())
                .addKeyValue("daysBefore", warning.daysBefore())
                .log("Licence expires soon");
    }
}
