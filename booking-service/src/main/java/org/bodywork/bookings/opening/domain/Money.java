package org.bodywork.bookings.opening.domain;

/** An amount as it is shown and sent, for example {@code 95.00 USD}; nothing here calculates with it. */
public record Money(String amount, String currency) {}
