package org.bodywork.platform.testing.architecture.seeded;

import java.util.Optional;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class Waits {

    Optional<String> answer(Mono<String> pipeline) {
        return pipeline.blockOptional();
    }
}

class WaitsByReference {

    Function<Flux<String>, Iterable<String>> answers() {
        return Flux::toIterable;
    }
}

class Subscribes {

    Disposable start(Mono<String> pipeline) {
        return pipeline.subscribe();
    }
}

class HandsOn {

    Mono<Integer> answer(Mono<String> pipeline) {
        return pipeline.map(String::length);
    }
}
