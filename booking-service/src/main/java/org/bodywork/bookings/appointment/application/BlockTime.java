package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps a therapist's time free of visits, and gives it back. */
public final class BlockTime {

    private final Listings listings;
    private final Appointments appointments;
    private final Blocks blocks;
    private final TakeTime time;
    private final BusinessClock clock;

    public BlockTime(Listings listings, Appointments appointments, Blocks blocks, TakeTime time, BusinessClock clock) {
        this.listings = listings;
        this.appointments = appointments;
        this.blocks = blocks;
        this.time = time;
        this.clock = clock;
    }

    /** Fails with {@link Refusal.VisitsStand}, or {@link NotOffered} for somebody else's therapist. */
    public Mono<Block> block(TherapistId therapist, TimeSpan span, @Nullable String reason, Colleague colleague) {
        return listings.byId(therapist)
                .filter(colleague::mayPlan)
                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new))
                .flatMap(listing -> block(listing, span, reason, colleague));
    }

    public Flux<Block> list(StaffQuery query) {
        return blocks.list(query);
    }

    /** Gives the time back; doing it again changes nothing. */
    public Mono<Void> lift(AppointmentId id, Colleague colleague) {
        return blocks.byId(id)
                .filter(block -> colleague.looksAfter(block.therapist(), block.practice()))
                .switchIfEmpty(Mono.error(Refusal.NoSuchBlock::new))
                .flatMap(block -> Mono.justOrEmpty(block.lift(now())).flatMap(blocks::lift));
    }

    private Mono<Block> block(Listing listing, TimeSpan span, @Nullable String reason, Colleague colleague) {
        Block block = new Block(
                new AppointmentId(UUID.randomUUID()),
                true,
                listing.id(),
                listing.practice(),
                listing.zone(),
                span,
                reason,
                colleague.accountId(),
                now());
        return time.take(Wish.of(block), _ -> blocks.add(block))
                .onErrorResume(
                        TimeTaken.class,
                        _ -> standing(block)
                                .flatMap(holders -> Mono.error(new Refusal.VisitsStand(holders, listing.zone()))));
    }

    private Mono<List<Holder>> standing(Block block) {
        return appointments
                .holding(Resource.therapist(block.therapist()).keysDuring(block.span()))
                .sort(Comparator.comparing(holder -> holder.span().from()))
                .collectList();
    }

    /** MongoDB keeps milliseconds; what is answered at once must equal what is read later. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
