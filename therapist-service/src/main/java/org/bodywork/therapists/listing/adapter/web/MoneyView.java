package org.bodywork.therapists.listing.adapter.web;

import org.bodywork.therapists.listing.domain.Money;

/** An amount as text, so that no reader makes a binary fraction of it. */
record MoneyView(String amount, String currency) {

    static MoneyView of(Money money) {
        return new MoneyView(money.toString(), Money.CURRENCY);
    }
}
