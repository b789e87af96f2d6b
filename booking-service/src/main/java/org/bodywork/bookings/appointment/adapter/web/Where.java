package org.bodywork.bookings.appointment.adapter.web;

import org.jspecify.annotations.Nullable;

/**
 * Where the pages of booking are shown.
 *
 * @param practice the slug of the practice in a frame on whose own site they are; null on this site
 */
record Where(@Nullable String practice) {

    /** What a slug looks like in a path. */
    static final String SLUG = "{practice:[a-z0-9-]{1,120}}";

    boolean framed() {
        return practice != null;
    }

    String book() {
        return practice == null ? "/book" : "/embed/" + practice + "/book";
    }

    String booked(String secret) {
        return practice == null ? "/manage/" + secret + "/booked" : "/embed/" + practice + "/booked/" + secret;
    }

    /** Where one begins to look for a time. */
    String beginning() {
        return practice == null ? "/therapists" : "/embed/" + practice;
    }
}
