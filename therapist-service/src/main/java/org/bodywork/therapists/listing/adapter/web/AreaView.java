package org.bodywork.therapists.listing.adapter.web;

import java.util.List;
import org.bodywork.therapists.listing.domain.Area;

/**
 * An area to search in.
 *
 * @param includes the other areas a search here finds too
 */
record AreaView(String slug, String name, String zone, List<String> includes) {

    static AreaView of(Area area) {
        List<String> includes = area.covered().stream()
                .filter(covered -> covered != area)
                .map(Area::slug)
                .sorted()
                .toList();
        return new AreaView(area.slug(), area.displayName(), area.zone().getId(), includes);
    }
}
