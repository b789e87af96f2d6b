package org.bodywork.bookings.handover.adapter.mongo;

import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.handover.application.OfferAlternatives;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import reactor.core.publisher.Mono;

/** Leads reports on. Where a client decides at the same moment, that goes first, and the report is due again. */
final class DueHandovers implements DueHandler {

    private final OfferAlternatives offers;
    private final MongoConverter converter;

    DueHandovers(OfferAlternatives offers, MongoConverter converter) {
        this.offers = offers;
        this.converter = converter;
    }

    @Override
    public Mono<Void> handle(Claimed work) {
        return offers.advance(
                        converter.read(HandoverDocument.class, work.document()).handover())
                .onErrorResume(ChangedMeanwhile.class, _ -> Mono.empty())
                .then();
    }
}
