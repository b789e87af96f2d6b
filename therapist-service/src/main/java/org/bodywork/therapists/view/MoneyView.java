package org.bodywork.therapists.view;

import org.bodywork.therapists.listing.domain.Money;

/** An amount as text, so that no reader makes a binary fraction of it. */
public record MoneyView(String amount, String currency) {

    public static MoneyView of(Money money) {
        return new MoneyView(money.toString(), Money.CURRENCY);
    }
}
