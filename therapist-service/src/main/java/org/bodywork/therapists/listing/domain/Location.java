package org.bodywork.therapists.listing.domain;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where a practice sees its clients. Its zone is the one of its area.
 *
 * @param externalId what the practice's own files call it; none when it was made here
 */
public record Location(
        LocationId id,
        @Nullable Slug externalId,
        String name,
        Address address,
        Point point,
        Area area,
        ZoneId zone,
        List<String> rooms,
        Access access) {

    public Location {
        Wording.name(name);
        Location.requireInside(area, point);
        Location.requireZoneOf(area, zone);
        rooms = List.copyOf(rooms);
        rooms.forEach(Wording::name);
        Repeated.refuse(rooms, "room");
    }

    /** As listed anew; what the listing does not say of access stays. */
    Location relisted(Location listed) {
        return new Location(
                id,
                listed.externalId,
                listed.name,
                listed.address,
                listed.point,
                listed.area,
                listed.zone,
                listed.rooms,
                listed.access.orElse(access));
    }

    public static void requireInside(Area area, Point point) {
        if (!area.reaches(point)) {
            throw new InvalidValue("the point lies outside " + area.displayName());
        }
    }

    public static void requireZoneOf(Area area, ZoneId zone) {
        if (!zone.equals(area.zone())) {
            throw new InvalidValue("%s lies in %s, not in %s".formatted(area.slug(), area.zone(), zone));
        }
    }
}
