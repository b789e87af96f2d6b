package org.bodywork.therapists.account.adapter.start;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this installation.
 *
 * @param email where the first operator signs in; empty for none
 */
@ConfigurationProperties("bodywork.operator")
record OperatorSettings(@DefaultValue("") String email) {

    @Override
    public String toString() {
        return "OperatorSettings[…]";
    }
}
