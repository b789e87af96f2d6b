package org.bodywork.notifications.notification.application;

import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.notification.domain.LastLook.Verdict;
import org.bodywork.notifications.notification.domain.Reader;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Told;
import org.bodywork.notifications.notification.domain.Visit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is done with a message that is due. */
sealed interface Decision {

    /**
     * It goes out.
     *
     * @param before what the reader was told last, where that matters
     * @param together all visits it tells of, where they are several
     */
    record Send(Reader reader, @Nullable Told before, List<Visit> together) implements Decision {}

    /** A message about another visit told it. */
    record ToldTogether() implements Decision {}

    record Leave(Reason reason) implements Decision {}

    record RunOut() implements Decision {}

    record Hold(Reason reason, Instant until) implements Decision {}

    /** Nobody can tell yet whether it is true. */
    record LookAgain() implements Decision {}

    /** What a verdict has against it; nothing when it may go. */
    static Mono<Decision> against(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Send _ -> Mono.empty();
            case Verdict.Skip(Reason reason) -> Mono.just(new Leave(reason));
            case Verdict.Expire _ -> Mono.just(new RunOut());
            case Verdict.Hold(Reason reason, Instant until) -> Mono.just(new Hold(reason, until));
        };
    }
}
