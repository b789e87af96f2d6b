package org.bodywork.bookings.plan.application;

import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.application.TextOpener;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.plan.domain.Care;
import org.bodywork.bookings.plan.domain.Measurement;
import org.bodywork.bookings.plan.domain.Outcome;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.Score;
import org.bodywork.bookings.plan.domain.ScoredVisit;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.platform.events.EventJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is known of a client's health: sealed with the client's own key, bound to its document and field. */
public final class HealthTexts {

    private static final String CARE = "care";
    static final String BEFORE = "before";
    static final String AFTER = "after";
    static final String DAY_1 = "day1";
    static final String DAY_3 = "day3";

    private final ClientRecords clients;

    public HealthTexts(ClientRecords clients) {
        this.clients = clients;
    }

    public Mono<SealedText> seal(PlanId plan, ClientMarks client, Care care) {
        return clients.keyOf(client.ref()).map(key -> key.seal(plan.toString(), CARE, EventJson.write(care)));
    }

    /** Empty when the client's key is gone. */
    public Mono<Care> open(TreatmentPlan plan) {
        return clients.openerOf(plan.marks().ref())
                .flatMap(opener -> Mono.justOrEmpty(read(opener, plan.id().toString(), CARE, plan.care(), Care.class)));
    }

    Mono<SealedText> seal(Outcome outcome, String field, Object known) {
        return clients.keyOf(outcome.marks().ref())
                .map(key -> key.seal(outcome.visit().toString(), field, padded(EventJson.write(known))));
    }

    /** Each as far as it can still be read, with one look at the client's key. */
    public Mono<List<ScoredVisit>> open(ClientMarks client, List<Outcome> outcomes) {
        return clients.openerOf(client.ref())
                .map(opener -> outcomes.stream()
                        .map(outcome -> opened(opener, outcome))
                        .toList());
    }

    Mono<ScoredVisit> open(Outcome outcome) {
        return open(outcome.marks(), List.of(outcome)).map(List::getFirst);
    }

    private static ScoredVisit opened(TextOpener opener, Outcome outcome) {
        String visit = outcome.visit().toString();
        return new ScoredVisit(
                outcome.on(),
                read(opener, visit, BEFORE, outcome.before(), Measurement.class).orElse(null),
                read(opener, visit, AFTER, outcome.after(), Measurement.class).orElse(null),
                read(opener, visit, DAY_1, outcome.day1(), Score.class).orElse(null),
                read(opener, visit, DAY_3, outcome.day3(), Score.class).orElse(null));
    }

    private static <T> Optional<T> read(
            TextOpener opener, String document, String field, @Nullable SealedText sealed, Class<T> shape) {
        return Optional.ofNullable(sealed)
                .flatMap(text -> opener.open(document, field, text))
                .map(json -> EventJson.read(json, shape));
    }

    /** Not even the length of what is stored tells the worst from the rest. */
    private static String padded(String json) {
        return json + " ".repeat(Math.max(0, 200 - json.length()));
    }
}
