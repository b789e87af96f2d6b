package org.bodywork.bookings.erasure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Comes once, right before or right after one of the calls that somebody makes to the outside. */
final class Death {

    private final AtomicInteger left;

    private Death(int step) {
        this.left = new AtomicInteger(step);
    }

    static Death atStep(int step) {
        return new Death(step);
    }

    boolean came() {
        return left.get() <= 0;
    }

    /** The same, with death before and after each call. */
    <T> T over(Class<T> port, T living) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    try {
                        Object answer = method.invoke(living, arguments);
                        return switch (answer) {
                            case Mono<?> one ->
                                Mono.defer(this::mayCome)
                                        .then(one)
                                        .flatMap(value -> mayCome().thenReturn(value));
                            case Flux<?> many -> Flux.defer(this::mayCome).thenMany(many);
                            default -> answer;
                        };
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                }));
    }

    private Mono<Void> mayCome() {
        return left.decrementAndGet() == 0 ? Mono.error(new Died()) : Mono.empty();
    }

    /** So a process ends: nothing after it happens. */
    static final class Died extends RuntimeException {
        Died() {
            super("died", null, false, false);
        }
    }
}
