package org.bodywork.therapists.listing.domain;

import java.time.ZoneId;
import java.util.Set;

/** A part of the country people search in. */
public enum Area {
    ST_LOUIS("Greater St. Louis, Missouri", "America/Chicago", 38.6270, -90.1994),
    MAPLEWOOD("Maplewood, Missouri", "America/Chicago", 38.6126, -90.3246),
    LAKEWOOD("Lakewood, Colorado", "America/Denver", 39.7047, -105.0814);

    private static final double REACH_MILES = 40;

    private final String displayName;
    private final ZoneId zone;
    private final double centreLat;
    private final double centreLon;

    Area(String displayName, String zone, double centreLat, double centreLon) {
        this.displayName = displayName;
        this.zone = ZoneId.of(zone);
        this.centreLat = centreLat;
        this.centreLon = centreLon;
    }

    public static Area ofSlug(String slug) {
        return Vocabulary.word(Area.class, slug);
    }

    public String slug() {
        return Vocabulary.slug(this);
    }

    public String displayName() {
        return displayName;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The areas a search in this one looks at: Maplewood lies in greater St. Louis. */
    public Set<Area> covered() {
        return this == ST_LOUIS ? Set.of(ST_LOUIS, MAPLEWOOD) : Set.of(this);
    }

    boolean reaches(Point point) {
        return new Point(centreLat, centreLon).milesTo(point) <= REACH_MILES;
    }
}
