package org.bodywork.bookings.diary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.diary.MessageCalls.Messages;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was sent about a visit, and how its client can be reached: of that, whether mail comes back is known here too. */
@Component
final class VisitMessages implements VisitSection {

    private final MessageCalls calls;
    private final Bounces bounces;

    VisitMessages(MessageCalls calls, Bounces bounces) {
        this.calls = calls;
        this.bounces = bounces;
    }

    @Override
    public Mono<Map<String, Object>> about(Appointment visit, Staff staff, SiteLanguage language) {
        return Mono.zip(
                        calls.about(visit.id(), staff).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        bounces.among(List.of(visit)))
                .map(found -> {
                    Map<String, Object> values = values(found.getT1(), visit, language);
                    values.put("bounced", found.getT2().contains(visit.id()));
                    return values;
                });
    }

    private static Map<String, Object> values(Optional<Messages> found, Appointment visit, SiteLanguage language) {
        Map<String, Object> values = new HashMap<>();
        values.put("messagesAway", found.isEmpty());
        values.put(
                "messages",
                found.map(messages ->
                                MessageRow.of(messages, visit.state().visit().zone(), language))
                        .orElse(List.of()));
        values.put("channels", found.map(Messages::channels).orElse(List.of()));
        values.put("key", Keys.fresh());
        return values;
    }
}
