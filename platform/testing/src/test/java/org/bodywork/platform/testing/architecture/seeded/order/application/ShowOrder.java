package org.bodywork.platform.testing.architecture.seeded.order.application;

import org.bodywork.platform.testing.architecture.seeded.order.adapter.OrderPage;

record ShowOrder(OrderPage page) {}
