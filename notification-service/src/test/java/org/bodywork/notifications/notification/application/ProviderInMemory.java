package org.bodywork.notifications.notification.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bodywork.notifications.delivery.application.Emails;
import org.bodywork.notifications.delivery.application.TextMessages;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.delivery.domain.Trace;
import reactor.core.publisher.Mono;

/** Both providers: keeps what it took, and fails as told. */
final class ProviderInMemory implements Emails, TextMessages {

    /** How the next attempt goes. */
    enum Mood {
        TAKES,
        TAKES_AND_ANSWER_IS_LOST,
        LOSES_MESSAGE_AND_ANSWER,
        IS_BUSY,
        IS_AWAY,
        SAYS_OPTED_OUT
    }

    private final List<OutgoingMessage> taken = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Long> takenAt = new ConcurrentHashMap<>();
    private final Deque<Mood> moods = new ArrayDeque<>();
    private final Death death;
    private boolean answersQuestions = true;
    private boolean there = true;

    ProviderInMemory(Death death) {
        this.death = death;
    }

    void next(Mood... coming) {
        moods.addAll(List.of(coming));
    }

    /** From now on nobody is there, or somebody again. */
    void isThere(boolean there) {
        this.there = there;
    }

    /** What it took until now is out of sight. */
    void forgets() {
        taken.clear();
    }

    void answersQuestions(boolean answers) {
        this.answersQuestions = answers;
    }

    List<String> ids() {
        return List.copyOf(taken).stream().map(ProviderInMemory::idOf).toList();
    }

    /** By {@link System#nanoTime}. */
    long takenAt(String id) {
        return takenAt.getOrDefault(id, 0L);
    }

    private static String idOf(OutgoingMessage message) {
        return switch (message) {
            case EmailMessage email -> email.id();
            case TextMessage text -> text.id();
        };
    }

    List<TextMessage> texts() {
        return List.copyOf(taken).stream()
                .filter(TextMessage.class::isInstance)
                .map(TextMessage.class::cast)
                .toList();
    }

    List<EmailMessage> emails() {
        return List.copyOf(taken).stream()
                .filter(EmailMessage.class::isInstance)
                .map(EmailMessage.class::cast)
                .toList();
    }

    @Override
    public Mono<SendOutcome> send(EmailMessage email) {
        return Mono.fromCallable(() -> attempt(email));
    }

    @Override
    public Mono<SendOutcome> send(TextMessage message) {
        return Mono.fromCallable(() -> attempt(message));
    }

    private SendOutcome attempt(OutgoingMessage message) {
        if (!there) {
            return new SendOutcome.Away();
        }
        return switch (moods.isEmpty() ? Mood.TAKES : moods.remove()) {
            case TAKES -> take(message);
            case TAKES_AND_ANSWER_IS_LOST -> {
                take(message);
                yield new SendOutcome.Unclear();
            }
            case LOSES_MESSAGE_AND_ANSWER -> new SendOutcome.Unclear();
            case IS_BUSY -> new SendOutcome.NotNow(Duration.ofSeconds(1));
            case IS_AWAY -> new SendOutcome.Away();
            case SAYS_OPTED_OUT -> new SendOutcome.Refused(SendOutcome.Refusal.OPTED_OUT);
        };
    }

    private SendOutcome take(OutgoingMessage message) {
        taken.add(message);
        takenAt.put(idOf(message), System.nanoTime());
        death.mayCome();
        return new SendOutcome.Accepted("SM" + taken.size());
    }

    @Override
    public Mono<Trace> trace(String to, Fingerprint fingerprint, Instant since) {
        return Mono.fromCallable(() -> answersQuestions ? find(to, fingerprint) : new Trace.Unanswered());
    }

    private Trace find(String to, Fingerprint fingerprint) {
        return texts().stream()
                .filter(text -> text.to().equals(to) && text.fingerprint().equals(fingerprint))
                .<Trace>map(text -> new Trace.Arrived("SM" + (taken.indexOf(text) + 1)))
                .findFirst()
                .orElse(new Trace.NeverArrived());
    }
}
