package org.bodywork.platform.testing.architecture.seeded;

class OrderManager {}

class OrderUtils {}

class OuterName {

    static class OrderDTO {}
}

class ManagerOfOrders {}
