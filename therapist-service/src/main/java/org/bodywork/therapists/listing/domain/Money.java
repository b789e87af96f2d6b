package org.bodywork.therapists.listing.domain;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** An amount in US dollars, with cents. */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final String CURRENCY = "USD";

    private static final Pattern SHAPE = Pattern.compile("(0|[1-9]\\d{0,5})\\.\\d{2}");

    public Money {
        Wording.matching(SHAPE, amount.toPlainString(), "a price such as 95.00");
    }

    public static Money of(String text) {
        return new Money(new BigDecimal(Wording.matching(SHAPE, text, "a price such as 95.00")));
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
