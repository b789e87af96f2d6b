package org.bodywork.bookings.numbers.domain;

/**
 * The reminders about one visit, by mail and by text message each for itself.
 *
 * @param sent those that were handed over to be delivered
 * @param failed those of them that are known not to have arrived
 */
public record Reminded(int sent, int failed) {

    public static final Reminded NONE = new Reminded(0, 0);
}
