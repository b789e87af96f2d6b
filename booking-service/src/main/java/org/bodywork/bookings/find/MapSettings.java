package org.bodywork.bookings.find;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What lies under the markers of the map of results.
 *
 * @param tiles {@code MAP_TILES}: where tiles come from, such as {@code https://tiles.example/{z}/{x}/{y}.png}; by default
 *     nowhere, and no other site is asked for anything
 * @param attribution {@code MAP_ATTRIBUTION}: whom the tiles are owed to
 */
@ConfigurationProperties("bodywork.map")
record MapSettings(
        @DefaultValue("") String tiles, @DefaultValue("") String attribution) {

    MapSettings {
        if (!tiles.isEmpty() && !tiles.startsWith("https://") && !tiles.startsWith("/")) {
            throw new IllegalArgumentException("MAP_TILES has to begin with https:// or with / of this site");
        }
    }
}
