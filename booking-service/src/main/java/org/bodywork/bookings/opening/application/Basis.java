package org.bodywork.bookings.opening.application;

import java.util.Collection;
import java.util.stream.IntStream;

/**
 * What an answer was made from.
 *
 * @param begun the moment before its first read
 * @param heardEverything whether changes by others were being heard at that moment
 * @param marks of all subjects that it depends on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Basis(long begun, boolean heardEverything, int[] marks) {

    /** The same, of these subjects. */
    Basis on(int[] subjects) {
        return new Basis(begun, heardEverything, subjects);
    }

    /** Of an answer put together from others. */
    static Basis ofAll(Collection<Basis> parts, Basis atLast) {
        return new Basis(
                parts.stream().mapToLong(Basis::begun).min().orElse(atLast.begun),
                atLast.heardEverything && parts.stream().allMatch(Basis::heardEverything),
                parts.stream()
                        .flatMapToInt(part -> IntStream.of(part.marks))
                        .distinct()
                        .toArray());
    }
}
