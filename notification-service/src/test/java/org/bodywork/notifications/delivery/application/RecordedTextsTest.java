package org.bodywork.notifications.delivery.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.delivery.domain.Trace;
import org.bodywork.platform.events.EventJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The port fits a second provider: one of another kind, whose recorded answers are played here. */
class RecordedTextsTest implements TextMessagesContract {

    private final RecordedTexts texts = new RecordedTexts();

    @Override
    public TextMessages texts() {
        return texts;
    }

    /** A provider that knows a message by our own id, tells errors in a list, and looks messages up by number. */
    private static final class RecordedTexts implements TextMessages {

        private static final Map<String, String> ANSWERS = Map.of(
                TAKEN, "{\"data\": {\"id\": \"40385f64\", \"to\": [{\"status\": \"queued\"}]}}",
                OPTED_OUT, "{\"errors\": [{\"code\": \"40300\", \"title\": \"Blocked due to STOP message\"}]}");

        private static final String NO_NUMBER =
                "{\"errors\": [{\"code\": \"40310\", \"title\": \"Invalid 'to' address\"}]}";

        private final List<TextMessage> taken = new ArrayList<>();

        private record Answer(@Nullable Data data, @Nullable List<Fault> errors) {}

        private record Data(String id) {}

        private record Fault(String code) {}

        @Override
        public Mono<SendOutcome> send(TextMessage message) {
            return Mono.fromCallable(() -> {
                Answer answer = EventJson.read(ANSWERS.getOrDefault(message.to(), NO_NUMBER), Answer.class);
                if (answer.data() != null) {
                    taken.add(message);
                    return new SendOutcome.Accepted(answer.data().id());
                }
                boolean optedOut = answer.errors() != null
                        && answer.errors().stream()
                                .anyMatch(fault -> fault.code().equals("40300"));
                return new SendOutcome.Refused(
                        optedOut ? SendOutcome.Refusal.OPTED_OUT : SendOutcome.Refusal.BAD_ADDRESS);
            });
        }

        @Override
        public Mono<Trace> trace(String to, Fingerprint fingerprint, Instant since) {
            return Mono.fromCallable(() -> taken.stream()
                    .filter(message ->
                            message.to().equals(to) && message.fingerprint().equals(fingerprint))
                    .<Trace>map(_ -> new Trace.Arrived("40385f64"))
                    .findFirst()
                    .orElse(new Trace.NeverArrived()));
        }
    }
}
