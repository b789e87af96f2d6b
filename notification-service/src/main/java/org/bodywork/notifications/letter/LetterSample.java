package org.bodywork.notifications.letter;

import java.util.function.Function;

/**
 * A letter that speaks of no one visit, as it would read about something invented. Declared as a bean, so that it is
 * shown beside the messages about visits.
 *
 * @param kind as its rows in the ledger name it
 * @param audience {@code STAFF}, or {@code ANYBODY} who signs in
 */
public record LetterSample(String kind, String audience, Function<Language, Letter> letter) {}
