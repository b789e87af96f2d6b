package org.bodywork.bookings.appointment.application;

import java.util.Set;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.Waiver;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Books a start with whoever fits; {@link TakeAnybody} says who that is. */
public final class BookAnybody {

    private final TakeAnybody anybody;
    private final BookAppointment booking;

    public BookAnybody(
            Candidates candidates,
            Listings listings,
            FreshOpenings openings,
            WorkedWeeks weeks,
            BookAppointment booking,
            Recognition recognition,
            BusinessClock clock) {
        this.anybody = new TakeAnybody(candidates, listings, openings, weeks, recognition, clock);
        this.booking = booking;
    }

    /** Fails with a {@link Refusal}; nothing is stored then. */
    public Mono<Booked> book(AnybodyRequest request, Fingerprint fingerprint) {
        Mono<Booked> taking =
                Mono.defer(() -> anybody.take(request.need(), request.start(), new ToBook(request, fingerprint)));
        return booking.orReplay(taking, fingerprint);
    }

    /** One booking with somebody. */
    private final class ToBook implements TakeAnybody.Purpose<Booked> {

        private final AnybodyRequest request;
        private final Fingerprint fingerprint;
        private Refusal.@Nullable TooMany enoughRequests;

        ToBook(AnybodyRequest request, Fingerprint fingerprint) {
            this.request = request;
            this.fingerprint = fingerprint;
        }

        @Override
        public boolean suits(Listing listing, Treatment treatment) {
            return booking(listing, treatment).mayBook(listing);
        }

        @Override
        public Asking asking(Listing listing, Treatment treatment) {
            return booking(listing, treatment).asking();
        }

        @Override
        public Set<Waiver> waived() {
            return request.waived();
        }

        /** A contact may have enough open requests and still book with those who need not be asked. */
        @Override
        public Mono<Booked> take(Slot slot) {
            BookingRequest wanted = booking(slot.listing(), slot.treatment());
            boolean isRequest = wanted.becomesRequest(slot.listing());
            return isRequest && enoughRequests != null
                    ? Mono.empty()
                    : booking.claim(slot, wanted, fingerprint).onErrorResume(Refusal.TooMany.class, enough -> {
                        enoughRequests = enough;
                        return isRequest ? Mono.empty() : Mono.error(enough);
                    });
        }

        @Override
        public Mono<Booked> refuse() {
            return enoughRequests == null ? Mono.empty() : Mono.error(enoughRequests);
        }

        private BookingRequest booking(Listing listing, Treatment treatment) {
            return request.with().booking(listing.id(), treatment.id());
        }
    }
}
