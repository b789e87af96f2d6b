package org.bodywork.therapists.listing.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wellness center, clinic or pain management practice.
 *
 * @param claimed the practice keeps the listing itself; otherwise it is only named, without therapists
 * @param replyTo where answers to our emails go
 * @param demo invented, for trying the product out
 */
public record Practice(
        PracticeId id,
        Slug slug,
        ListingStatus status,
        String name,
        PracticeKind kind,
        boolean claimed,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress replyTo,
        boolean demo,
        List<Location> locations) {

    public Practice {
        Wording.name(name);
        locations = List.copyOf(locations);
        Repeated.refuse(locations.stream().map(Location::id).toList(), "location");
    }

    /**
     * This practice as listed anew. A listing names one location at a time, so the others stay as they are; and once
     * claimed is claimed.
     */
    public Practice relisted(Practice listed) {
        Map<LocationId, Location> merged = new LinkedHashMap<>();
        locations.forEach(location -> merged.put(location.id(), location));
        listed.locations.forEach(location -> merged.put(location.id(), location));
        return new Practice(
                id,
                listed.slug,
                listed.status,
                listed.name,
                listed.kind,
                claimed || listed.claimed,
                listed.phone,
                listed.replyTo,
                listed.demo,
                List.copyOf(merged.values()));
    }
}
