package org.bodywork.platform.testing.architecture.seeded.bill.application;

import org.bodywork.platform.testing.architecture.seeded.order.adapter.OrderPage;

record SendBill(OrderPage page) {}
