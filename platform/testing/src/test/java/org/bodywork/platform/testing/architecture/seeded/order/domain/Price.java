package org.bodywork.platform.testing.architecture.seeded.order.domain;

import java.math.BigDecimal;

/** Breaks nothing: java only. */
public record Price(BigDecimal amount) {}
