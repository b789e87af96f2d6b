package org.bodywork.platform.testing.architecture.seeded.order.adapter;

import org.springframework.web.bind.annotation.RestController;

/** Breaks nothing: package-private, and beside the adapter it uses. */
@RestController
class HiddenPage {

    private final OrderPage neighbour;

    HiddenPage(OrderPage neighbour) {
        this.neighbour = neighbour;
    }

    OrderPage neighbour() {
        return neighbour;
    }
}
