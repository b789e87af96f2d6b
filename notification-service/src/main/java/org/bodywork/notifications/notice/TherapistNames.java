package org.bodywork.notifications.notice;

import reactor.core.publisher.Mono;

/** What therapists are called. */
@FunctionalInterface
public interface TherapistNames {

    /** Nothing while the listing is not known. */
    Mono<String> nameOf(String therapistId);
}
