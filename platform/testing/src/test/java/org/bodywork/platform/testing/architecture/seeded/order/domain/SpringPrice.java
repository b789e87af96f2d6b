package org.bodywork.platform.testing.architecture.seeded.order.domain;

import org.springframework.util.StringUtils;

class SpringPrice {

    boolean isThere(String text) {
        return StringUtils.hasText(text);
    }
}
