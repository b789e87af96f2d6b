package org.bodywork.therapists.search.application;

import reactor.core.publisher.Mono;

/** Makes the index anew, in turn with all that keeps it up to date; searches go on meanwhile. */
public interface IndexRebuild {

    /** Ends when searches see the new index. */
    Mono<Void> rebuild();
}
