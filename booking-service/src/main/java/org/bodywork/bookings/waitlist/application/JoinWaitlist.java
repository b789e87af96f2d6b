package org.bodywork.bookings.waitlist.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.waitlist.application.Waitlist.Changed;
import org.bodywork.bookings.waitlist.application.Waitlist.Joined;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal.KeyUsedBefore;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal.NoSuchEntry;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.Offer;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.LaterVisit;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.Standing;
import org.bodywork.bookings.waitlist.domain.Whom;
import org.bodywork.bookings.waitlist.domain.Wish;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Joining the waitlist, looking at one's place on it, and leaving. */
public final class JoinWaitlist {

    /** The version of the consent text on the page on which one joins. */
    private static final String CONSENT_WORDING = "2026-1-waitlist";

    private static final int MOST_TRIES = 5;

    private final Waitlist waitlist;
    private final WaitlistLinks links;
    private final AnswerOffer offers;
    private final Listings listings;
    private final Recognition recognition;
    private final BusinessClock clock;
    private final int mostEntries;

    /** At most so many entries of one contact at once. */
    public JoinWaitlist(
            Waitlist waitlist,
            WaitlistLinks links,
            AnswerOffer offers,
            Listings listings,
            Recognition recognition,
            BusinessClock clock,
            int mostEntries) {
        this.waitlist = waitlist;
        this.links = links;
        this.offers = offers;
        this.listings = listings;
        this.recognition = recognition;
        this.clock = clock;
        this.mostEntries = mostEntries;
    }

    /**
     * What somebody asks for; every field is well-formed.
     *
     * @param known whether it is proven who asks
     * @param later the visit that is given up for an earlier time
     */
    public record Asked(
            Wish wish,
            Client client,
            boolean emailAgreed,
            boolean smsAgreed,
            boolean known,
            @Nullable LaterVisit later) {}

    /**
     * Joins, or finds what the same request has led to before. Fails with a {@link WaitlistRefusal} or {@link NotOffered};
     * nothing is stored then.
     */
    public Mono<Joined> join(Asked asked, Fingerprint fingerprint) {
        return offered(asked.wish().whom())
                .then(Mono.defer(() -> waitlist.add(entry(asked, fingerprint), fingerprint.bodyHash(), mostEntries)))
                .flatMap(joined -> joined.ifAskedFor(fingerprint.bodyHash())
                        .map(_ -> Mono.just(joined))
                        .orElseGet(() -> Mono.error(new KeyUsedBefore())));
    }

    private Mono<Void> offered(Whom whom) {
        return switch (whom) {
            case Whom.Somebody somebody ->
                listings.byId(somebody.therapist())
                        .doOnNext(listing -> listing.treatment(somebody.treatment()))
                        .then();
            case Whom.Anybody _ -> Mono.empty();
        };
    }

    private WaitlistEntry entry(Asked asked, Fingerprint fingerprint) {
        Instant now = now();
        Client client = asked.client();
        return new WaitlistEntry(
                new EntryId(UUID.nameUUIDFromBytes(fingerprint.requestKey().getBytes(StandardCharsets.UTF_8))),
                1,
                0,
                Standing.WAITING,
                asked.wish(),
                client,
                recognition.marksOf(client.email(), client.name()),
                new Consent(asked.emailAgreed(), asked.smsAgreed(), now, CONSENT_WORDING),
                asked.known(),
                asked.later(),
                now,
                null);
    }

    /** Fails with {@link NoSuchEntry}. */
    public Mono<WaitlistEntry> find(String secret) {
        return Mono.defer(() -> waitlist.bySecretHash(WaitlistLinks.hash(secret)))
                .switchIfEmpty(Mono.error(NoSuchEntry::new));
    }

    /** Where a time is offered to them at that moment, it is declined first. Leaving again changes nothing. */
    public Mono<WaitlistEntry> leave(String secret) {
        return find(secret).flatMap(this::leave).retryWhen(Retry.max(MOST_TRIES).filter(Changed.class::isInstance));
    }

    Mono<WaitlistEntry> leave(WaitlistEntry entry) {
        Offer offer = entry.offer();
        if (offer != null && offer.isOpen()) {
            return offers.decline(offer.id())
                    .then(Mono.defer(() -> waitlist.byId(entry.id())))
                    .flatMap(after -> after.isAsked(offer.id()) ? Mono.just(after) : leave(after));
        }
        return entry.leave().map(waitlist::apply).orElseGet(() -> Mono.just(entry));
    }

    public String urlOf(WaitlistEntry entry) {
        return links.urlOf(entry.id());
    }

    public String secretOf(WaitlistEntry entry) {
        return links.secretOf(entry.id());
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
