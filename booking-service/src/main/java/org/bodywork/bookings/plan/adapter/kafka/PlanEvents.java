package org.bodywork.bookings.plan.adapter.kafka;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.plan.application.PlanLinks;
import org.bodywork.bookings.plan.domain.Outcome;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.PlanStatus;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others hear of plans and scores: that somebody is to look, never what there is to be seen. */
@Component
public final class PlanEvents {

    public static final String TOPIC = "plans";

    static final String PROPOSED = "org.bodywork.plan.proposed.v1";
    static final String NEXT_DUE = "org.bodywork.plan.next-due.v1";
    static final String ATTENTION = "org.bodywork.plan.attention.v1";

    private final EventCipher cipher;
    private final PlanLinks links;
    private final BusinessClock clock;

    public PlanEvents(EventCipher cipher, PlanLinks links, BusinessClock clock) {
        this.cipher = cipher;
        this.links = links;
        this.clock = clock;
    }

    /** What is to be told of its present state, if anything is. */
    public List<Event> of(TreatmentPlan plan) {
        if (plan.status() == PlanStatus.PROPOSED) {
            return List.of(event(PROPOSED, plan, null));
        }
        LocalDate day = plan.nextDay();
        return day != null && day.equals(plan.toldOf()) ? List.of(event(NEXT_DUE, plan, day)) : List.of();
    }

    /** That the therapist should look at what a client has answered. */
    public List<Event> of(Outcome outcome, @Nullable PlanId plan) {
        Instant at = outcome.attentionAt();
        if (at == null) {
            return List.of();
        }
        String id = outcome.visit().toString();
        return List.of(Event.of(
                TOPIC,
                id,
                ATTENTION,
                id,
                outcome.sequence(),
                at,
                new Attention(
                        id,
                        outcome.sequence(),
                        plan == null ? null : plan.toString(),
                        outcome.practice().toString(),
                        outcome.therapist().toString(),
                        outcome.marks().ref(),
                        outcome.zone().getId(),
                        at)));
    }

    private Event event(String type, TreatmentPlan plan, @Nullable LocalDate dueOn) {
        String id = plan.id().toString();
        Instant now = clock.now();
        Personal personal = Personal.of(plan, links);
        return Event.of(
                TOPIC,
                id,
                type,
                id,
                plan.sequence(),
                now,
                new PlanState(
                        id,
                        plan.sequence(),
                        plan.status(),
                        plan.practice().toString(),
                        plan.therapist().toString(),
                        plan.location().toString(),
                        plan.marks().ref(),
                        plan.zone().getId(),
                        dueOn,
                        now,
                        cipher.seal(id, type, EventJson.write(personal))));
    }

    /**
     * A plan as other services hear of it.
     *
     * @param sealed a {@link Personal} under the event cipher
     */
    record PlanState(
            String id,
            long sequence,
            PlanStatus status,
            String practiceId,
            String therapistId,
            String locationId,
            String clientRef,
            String zone,
            @Nullable LocalDate dueOn,
            Instant at,
            String sealed) {}

    /** Somebody should be looked after. */
    record Attention(
            String id,
            long sequence,
            @Nullable String planId,
            String practiceId,
            String therapistId,
            String clientRef,
            String zone,
            Instant at) {}

    /** How to reach the client, and with what the client comes to the plan. */
    record Personal(ClientState client, ConsentState consent, Secrets secrets, String planUrl) {

        static Personal of(TreatmentPlan plan, PlanLinks links) {
            Client client = plan.client();
            Consent consent = plan.consent();
            ZoneId zone = client.zone();
            return new Personal(
                    new ClientState(
                            client.name(),
                            client.email().value(),
                            client.phone(),
                            client.language().tag(),
                            zone == null ? null : zone.getId()),
                    new ConsentState(consent.email(), consent.sms(), consent.at(), consent.wording()),
                    new Secrets(links.secretOf(plan.id())),
                    links.urlOf(plan.id()));
        }
    }

    record ClientState(
            String name,
            String email,
            @Nullable String phone,
            String locale,
            @Nullable String zone) {}

    record ConsentState(boolean email, boolean sms, Instant at, String wording) {}

    record Secrets(String plan) {}
}
