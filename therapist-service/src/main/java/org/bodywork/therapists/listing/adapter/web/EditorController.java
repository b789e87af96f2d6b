package org.bodywork.therapists.listing.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.Paging;
import org.bodywork.platform.web.SeenVersion;
import org.bodywork.therapists.Editors;
import org.bodywork.therapists.listing.application.EditPractice;
import org.bodywork.therapists.listing.application.EditTherapist;
import org.bodywork.therapists.listing.application.Editor;
import org.bodywork.therapists.listing.application.UnknownListing;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets staff write listings: a manager those of the practice, a therapist their own, an operator all. */
@RestController
@RequestMapping("/api")
@Tag(name = "Listings, for staff")
class EditorController {

    private final EditTherapist therapists;
    private final EditPractice practices;
    private final BusinessClock clock;

    EditorController(EditTherapist therapists, EditPractice practices, BusinessClock clock) {
        this.therapists = therapists;
        this.practices = practices;
        this.clock = clock;
    }

    @GetMapping("/therapists/{id}/listing")
    @Operation(summary = "A therapist's listing to edit, published or not, with the ETag to send back")
    Mono<ResponseEntity<TherapistForm>> therapist(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return therapists.seenBy(Editors.of(caller), therapistId(id)).map(EditorController::shown);
    }

    @PostMapping("/therapists")
    @Operation(summary = "List a therapist at a practice; the hours follow with PUT /api/therapists/{id}/schedule")
    Mono<ResponseEntity<TherapistForm>> add(@RequestBody TherapistForm form, @Parameter(hidden = true) Caller caller) {
        Editor editor = leading(caller);
        return therapists
                .add(
                        editor,
                        practiceId(form.practiceId()),
                        practice -> filled(form, editor).anew(practice))
                .map(added -> answer(
                        ResponseEntity.created(
                                URI.create("/api/therapists/" + added.value().id())),
                        added,
                        TherapistForm.of(added.value())));
    }

    @PutMapping("/therapists/{id}")
    @Operation(summary = "Replace a therapist's listing; 428 without If-Match, 412 when it was changed meanwhile")
    Mono<ResponseEntity<TherapistForm>> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TherapistForm form,
            @Parameter(hidden = true) Caller caller) {
        Editor editor = Editors.of(caller);
        return therapists
                .change(
                        editor,
                        therapistId(id),
                        SeenVersion.of(ifMatch),
                        (known, practice) -> filled(form, editor).replacing(known, practice))
                .map(EditorController::shown);
    }

    @GetMapping("/practices/{id}/therapists")
    @Operation(summary = "Who is listed at a practice, published or not")
    Mono<TherapistsView> ofPractice(
            @PathVariable String id,
            @Parameter(description = "The `next` of the part before") @RequestParam(required = false) @Nullable String after,
            @ParameterObject Paging paging,
            @Parameter(hidden = true) Caller caller) {
        TherapistId last = after == null ? null : therapistId(after);
        return therapists
                .of(leading(caller), practiceId(id), last, paging.size())
                .map(found -> TherapistsView.of(found, paging.size()));
    }

    @PostMapping("/practices")
    @Operation(
            summary =
                    "List a practice that keeps its listing itself, for operators; its manager is invited with POST /api/staff")
    Mono<ResponseEntity<PracticeForm>> addPractice(
            @RequestBody PracticeForm form, @Parameter(hidden = true) Caller caller) {
        if (!Editors.of(caller).operator()) {
            throw new AccessDeniedException("is no operator");
        }
        return Mono.fromCallable(() -> new FilledPractice(form).anew())
                .flatMap(practices::add)
                .map(added -> answer(
                        ResponseEntity.created(URI.create(
                                "/api/practices/" + added.value().slug().value())),
                        added,
                        PracticeForm.of(added.value())));
    }

    @GetMapping("/practices/{id}/listing")
    @Operation(summary = "A practice's listing to edit, with the ETag to send back")
    Mono<ResponseEntity<PracticeForm>> practice(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return practices.seenBy(leading(caller), practiceId(id)).map(EditorController::shownPractice);
    }

    @PutMapping("/practices/{id}")
    @Operation(summary = "Replace a practice's listing; 428 without If-Match, 412 when it was changed meanwhile")
    Mono<ResponseEntity<PracticeForm>> changePractice(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PracticeForm form,
            @Parameter(hidden = true) Caller caller) {
        return practices
                .change(
                        leading(caller),
                        practiceId(id),
                        SeenVersion.of(ifMatch),
                        known -> new FilledPractice(form).replacing(known))
                .map(EditorController::shownPractice);
    }

    @GetMapping("/practices/{id}/message-rules")
    @Operation(summary = "Which messages a practice's clients get where it is not as usual, with the ETag to send back")
    Mono<ResponseEntity<MessageRulesForm>> messageRules(
            @PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return practices.seenBy(leading(caller), practiceId(id)).map(EditorController::shownRules);
    }

    @PutMapping("/practices/{id}/message-rules")
    @Operation(
            summary =
                    "Say which messages a practice's clients get: what is set for a kind stands instead of all that is"
                            + " usual for it; 428 without If-Match, 412 when the practice was changed meanwhile")
    Mono<ResponseEntity<MessageRulesForm>> changeMessageRules(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MessageRulesForm form,
            @Parameter(hidden = true) Caller caller) {
        return practices
                .change(
                        leading(caller),
                        practiceId(id),
                        SeenVersion.of(ifMatch),
                        known -> known.telling(new FilledMessageRules(form).rules()))
                .map(EditorController::shownRules);
    }

    private FilledTherapist filled(TherapistForm form, Editor editor) {
        return new FilledTherapist(form, editor, LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
    }

    private static ResponseEntity<TherapistForm> shown(Versioned<Therapist> stored) {
        return answer(ResponseEntity.ok(), stored, TherapistForm.of(stored.value()));
    }

    private static ResponseEntity<PracticeForm> shownPractice(Versioned<Practice> stored) {
        return answer(ResponseEntity.ok(), stored, PracticeForm.of(stored.value()));
    }

    private static ResponseEntity<MessageRulesForm> shownRules(Versioned<Practice> stored) {
        return answer(
                ResponseEntity.ok(), stored, MessageRulesForm.of(stored.value().messageRules()));
    }

    /** Nobody else's cache keeps what an editor sees. */
    private static <T> ResponseEntity<T> answer(ResponseEntity.BodyBuilder answer, Versioned<?> stored, T form) {
        return answer.eTag(SeenVersion.tag(stored.sequence()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(form);
    }

    /** For what a therapist cannot do at all. */
    private static Editor leading(Caller caller) {
        Editor editor = Editors.of(caller);
        if (!editor.keepsPractices()) {
            throw new AccessDeniedException("leads no practice");
        }
        return editor;
    }

    private static TherapistId therapistId(String id) {
        return new TherapistId(uuid(id, "therapist"));
    }

    private static PracticeId practiceId(String id) {
        return new PracticeId(uuid(id, "practice"));
    }

    private static UUID uuid(String id, String kind) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new UnknownListing(kind);
        }
    }
}
