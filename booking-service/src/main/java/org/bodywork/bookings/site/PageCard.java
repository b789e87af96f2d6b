package org.bodywork.bookings.site;

import org.jspecify.annotations.Nullable;

/**
 * What search engines and whoever is sent a link are shown of a page for everybody.
 *
 * @param title without the name of the site
 * @param description a sentence or two
 * @param address of the page, in full, ready for its language behind it: it ends in {@code ?} or {@code &}
 * @param type in the words of Open Graph: {@code website}, {@code profile} or {@code article}
 * @param image in full; null for a page without a picture
 * @param data what schema.org says about it, as JSON that may stand in a page; null where there is nothing to say
 */
public record PageCard(
        String title,
        String description,
        String address,
        String type,
        @Nullable String image,
        @Nullable String data) {

    public static PageCard of(String title, String description, String address) {
        return new PageCard(title, description, address, "website", null, null);
    }
}
