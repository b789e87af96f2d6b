package org.bodywork.bookings.model;

/** Time that staff keep free. */
record OneBlock(Place place, boolean open) {

    OneBlock lifted() {
        return new OneBlock(place, false);
    }
}
