package org.bodywork.bookings.waitlist.adapter.web;

import java.time.Duration;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the refusals of the waitlist look like over HTTP. */
@Component
final class WaitlistProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof WaitlistRefusal refusal ? problem(refusal) : null;
    }

    private static Problem problem(WaitlistRefusal refusal) {
        return switch (refusal) {
            case WaitlistRefusal.NoSuchEntry _ -> Problem.notFound("There is no such entry.");
            case WaitlistRefusal.NoSuchOffer _ -> Problem.notFound("There is no such offer.");
            case WaitlistRefusal.TooManyEntries _ ->
                Problem.tooManyRequests("This contact waits for as much as anybody may.", Duration.ofDays(1));
            case WaitlistRefusal.KeyUsedBefore _ ->
                Problem.of(
                        422,
                        "idempotency-key-reused",
                        "The idempotency key belongs to another entry",
                        "Send a new wish with a new key.");
            case WaitlistRefusal.OfferIsOver over ->
                Problem.conflict("offer-over", "This offer is over", "See status for what became of it.")
                        .with("status", over.outcome().name());
        };
    }
}
