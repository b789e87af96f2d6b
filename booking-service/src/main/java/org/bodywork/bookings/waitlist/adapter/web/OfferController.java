package org.bodywork.bookings.waitlist.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.bookings.waitlist.application.AnswerOffer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One offered time, for whoever has its link. */
@RestController
@RequestMapping("/api/offers/{secret}")
@Tag(name = "Waitlist")
class OfferController {

    private final AnswerOffer offers;

    OfferController(AnswerOffer offers) {
        this.offers = offers;
    }

    @GetMapping
    @Operation(summary = "The time that is offered, or what became of it")
    Mono<OfferView> show(@PathVariable String secret) {
        return offers.find(secret).map(OfferView::of);
    }

    @PostMapping("/take")
    @Operation(summary = "Take it; a later visit it was waited for in place of is given up")
    @ApiResponse(responseCode = "200", description = "Taken, now or before")
    @ApiResponse(responseCode = "409", description = "offer-over: `status` says what became of it")
    Mono<OfferView> take(@PathVariable String secret) {
        return offers.take(secret).map(OfferView::of);
    }

    @PostMapping("/decline")
    @Operation(summary = "Decline it: it is offered to the next, and the entry stays on the list")
    @ApiResponse(responseCode = "200", description = "Declined, now or before")
    @ApiResponse(responseCode = "409", description = "offer-over: `status` says what became of it")
    Mono<OfferView> decline(@PathVariable String secret) {
        return offers.decline(secret).map(OfferView::of);
    }
}
