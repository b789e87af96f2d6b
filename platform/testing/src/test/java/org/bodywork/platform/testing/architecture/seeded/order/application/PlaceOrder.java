package org.bodywork.platform.testing.architecture.seeded.order.application;

import org.bodywork.platform.testing.architecture.seeded.order.domain.Price;

/** Breaks nothing: inward only. */
record PlaceOrder(Price price) {}
