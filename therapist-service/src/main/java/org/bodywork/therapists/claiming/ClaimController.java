package org.bodywork.therapists.claiming;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Claims: made by anybody, answered by operators. */
@RestController
@RequestMapping("/api")
@Tag(name = "Claims")
class ClaimController {

    private static final int MOST_SHOWN = 100;

    private final ClaimPractice claims;

    ClaimController(ClaimPractice claims) {
        this.claims = claims;
    }

    @Body("claim-practice")
    record ClaimForm(String name, String email, @Nullable String note) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClaimView(
            String id,
            String practiceId,
            String name,
            String email,
            @Nullable String note,
            Instant at) {

        static ClaimView of(Claim claim) {
            return new ClaimView(
                    claim.id().toString(),
                    claim.practice().toString(),
                    claim.name(),
                    claim.email().value(),
                    claim.note(),
                    claim.at());
        }
    }

    record ClaimsView(List<ClaimView> items) {}

    @PostMapping("/practices/{slug}/claims")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Say that a practice nobody keeps is yours; an operator gets in touch")
    Mono<Void> claim(@PathVariable String slug, @RequestBody ClaimForm form) {
        return claims.claim(practice(slug), form.name(), address(form.email()), form.note());
    }

    @GetMapping("/claims")
    @Operation(summary = "The oldest claims that wait, at most 100")
    Mono<ClaimsView> waiting() {
        return claims.waiting(MOST_SHOWN).map(ClaimView::of).collectList().map(ClaimsView::new);
    }

    @PostMapping("/claims/{id}/agree")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hand the listing over: who claimed can sign in as its manager from now on")
    Mono<Void> agree(@PathVariable UUID id, @Parameter(hidden = true) Caller caller) {
        return claims.agree(new AccountId(UUID.fromString(caller.subject())), new ClaimId(id));
    }

    @DeleteMapping("/claims/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Turn a claim down")
    Mono<Void> decline(@PathVariable UUID id) {
        return claims.decline(new ClaimId(id));
    }

    private static Slug practice(String slug) {
        try {
            return new Slug(slug);
        } catch (InvalidValue noSuchName) {
            throw new ClaimRejection.NoSuchPractice();
        }
    }

    private static EmailAddress address(String email) {
        try {
            return new EmailAddress(email);
        } catch (InvalidValue invalid) {
            throw new InvalidRequest("/email", "Must be an email address.");
        }
    }
}
