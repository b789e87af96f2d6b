package org.bodywork.bookings.waitlist.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Ends the process at one of its writes, before it or after. */
final class Deaths {

    private static final Set<String> WRITES = Set.of("add", "apply", "book");

    private int writesLeft = Integer.MAX_VALUE;
    private boolean afterIt;
    private int writes;

    /** The process has ended: nothing after it happens. */
    static final class Died extends RuntimeException {
        Died() {
            super("died", null, false, false);
        }
    }

    void at(int write, boolean after) {
        writesLeft = write;
        afterIt = after;
    }

    void over() {
        writesLeft = Integer.MAX_VALUE;
    }

    int writes() {
        return writes;
    }

    <T> T of(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, given) -> {
            try {
                Object result = method.invoke(real, given);
                return WRITES.contains(method.getName()) && result instanceof Mono<?> write ? mortal(write) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private <R> Mono<R> mortal(Mono<R> write) {
        return Mono.defer(() -> {
            writes++;
            writesLeft--;
            if (writesLeft < 0) {
                return Mono.error(new Died());
            }
            boolean dies = writesLeft == 0;
            return dies && !afterIt ? Mono.error(new Died()) : dies ? write.then(Mono.error(new Died())) : write;
        });
    }
}
