package org.bodywork.bookings.editing;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.therapists.TherapistCalls;
import org.bodywork.bookings.therapists.TherapistsAway;
import org.bodywork.platform.web.FieldFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes listings at therapist-service, with the staff member's own token: it decides who may. While it is away
 * nothing can be edited; what was typed stays on the page.
 */
@Component
final class ListingCalls {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String THERAPIST = "/api/therapists/";
    private static final String ACCEPTED = "acceptAffected";
    private static final int MOST_COLLEAGUES = 100;

    private final TherapistCalls calls;

    ListingCalls(TherapistCalls calls) {
        this.calls = calls;
    }

    /** Fails with {@link NotOffered} for one that is not theirs to edit. */
    Mono<Stored> read(TherapistId therapist, Part.Where where, String token) {
        return calls.ask(http -> http.get()
                        .uri(THERAPIST + therapist + where.read())
                        .headers(headers -> headers.setBearerAuth(token))
                        .retrieve()
                        .toEntity(String.class))
                .map(answer -> new Stored(object(answer.getBody()), etag(answer)))
                .onErrorMap(WebClientResponseException.class, _ -> new NotOffered.NoSuchTherapist());
    }

    /** Never fails with what is said about the edit. */
    Mono<Outcome> replace(
            TherapistId therapist,
            Part.Where where,
            ObjectNode whole,
            String version,
            Collection<String> accepted,
            String token) {
        ObjectNode body = whole.deepCopy();
        if (where == Part.Where.HOURS) {
            // Left out it stays: it has a page of its own.
            body.remove("timeOff");
            accepted.forEach(body.putArray(ACCEPTED)::add);
        }
        return send(HttpMethod.PUT, THERAPIST + therapist + where.write(), body.toString(), version, token);
    }

    /**
     * Takes time off.
     *
     * @param version of the schedule that was seen; null where none was
     */
    Mono<Outcome> takeTimeOff(
            TherapistId therapist,
            ObjectNode timeOff,
            @Nullable String version,
            Collection<String> accepted,
            String token) {
        ObjectNode body = timeOff.deepCopy();
        accepted.forEach(body.putArray(ACCEPTED)::add);
        return send(HttpMethod.POST, THERAPIST + therapist + "/time-off", body.toString(), version, token);
    }

    Mono<Outcome> giveBack(TherapistId therapist, String timeOff, String token) {
        return send(HttpMethod.DELETE, THERAPIST + therapist + "/time-off/" + timeOff, null, null, token);
    }

    /** Who is listed at the practice, published or not; the first hundred. */
    Mono<List<Name>> of(PracticeId practice, String token) {
        return calls.ask(http -> http.get()
                        .uri("/api/practices/{practice}/therapists?size={size}", practice, MOST_COLLEAGUES)
                        .headers(headers -> headers.setBearerAuth(token))
                        .retrieve()
                        .bodyToMono(String.class))
                .map(answer -> StreamSupport.stream(object(answer).path("items").spliterator(), false)
                        .map(item -> new Name(
                                item.path("id").asString(""),
                                item.path("name").asString(""),
                                item.path("status").asString("")))
                        .toList())
                .onErrorMap(WebClientResponseException.class, _ -> new NotOffered.NoSuchTherapist());
    }

    private Mono<Outcome> send(
            HttpMethod method, String path, @Nullable String body, @Nullable String version, String token) {
        return calls.ask(http -> {
                    var request = http.method(method).uri(path).headers(headers -> {
                        headers.setBearerAuth(token);
                        if (version != null) {
                            headers.setIfMatch(version);
                        }
                    });
                    var ready = body == null
                            ? request
                            : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
                    return ready.retrieve().toBodilessEntity();
                })
                .<Outcome>thenReturn(new Outcome.Saved())
                .onErrorResume(WebClientResponseException.class, refusal -> Mono.just(meaning(refusal)))
                .onErrorResume(TherapistsAway.class, _ -> Mono.just(new Outcome.Away()));
    }

    private static Outcome meaning(WebClientResponseException refusal) {
        JsonNode problem = problem(refusal);
        return switch (refusal.getStatusCode().value()) {
            case 409 ->
                problem.has("visits")
                        ? new Outcome.VisitsAffected(problem.path("visits")
                                .valueStream()
                                .map(visit -> new AffectedVisit(
                                        visit.path("id").asString(""),
                                        visit.path("start").asString("")))
                                .toList())
                        : refused(problem);
            case 412 -> new Outcome.ChangedMeanwhile();
            case 401, 403 -> new Outcome.NotAllowed();
            case 404 -> new Outcome.Gone();
            default -> refused(problem);
        };
    }

    private static Outcome refused(JsonNode problem) {
        List<FieldFault> faults = problem.path("errors")
                .valueStream()
                .map(error -> new FieldFault(
                        error.path("pointer").asString(""), error.path("detail").asString("")))
                .toList();
        return new Outcome.Refused(
                faults.isEmpty()
                        ? List.of(new FieldFault("", problem.path("detail").asString("")))
                        : faults);
    }

    private static JsonNode problem(WebClientResponseException refusal) {
        try {
            return JSON.readTree(refusal.getResponseBodyAsString());
        } catch (JacksonException unreadable) {
            return JSON.createObjectNode();
        }
    }

    private static ObjectNode object(@Nullable String json) {
        try {
            return (ObjectNode) JSON.readTree(Objects.requireNonNullElse(json, ""));
        } catch (JacksonException | ClassCastException unreadable) {
            throw new TherapistsAway(unreadable);
        }
    }

    private static String etag(ResponseEntity<?> answer) {
        return Optional.ofNullable(answer.getHeaders().getFirst(HttpHeaders.ETAG))
                .orElse("");
    }

    /** What is stored, and which version of it. */
    record Stored(ObjectNode whole, String version) {}

    /** Somebody who is listed. */
    record Name(String id, String name, String status) {}

    /** A visit that the change would touch, as therapist-service knows it. */
    record AffectedVisit(String id, String start) {}

    /** What became of an edit. */
    sealed interface Outcome {

        record Saved() implements Outcome {}

        record Refused(List<FieldFault> faults) implements Outcome {}

        /** Nothing was changed yet: its maker has to know of these first. */
        record VisitsAffected(List<AffectedVisit> visits) implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}

        /** The session is over, or the account may no longer do this. */
        record NotAllowed() implements Outcome {}

        record Gone() implements Outcome {}

        record Away() implements Outcome {}
    }
}
