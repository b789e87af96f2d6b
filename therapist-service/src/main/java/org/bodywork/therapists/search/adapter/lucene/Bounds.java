package org.bodywork.therapists.search.adapter.lucene;

import java.time.Instant;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.search.application.NextOpenings;
import org.bodywork.therapists.search.domain.Search;
import org.bodywork.therapists.search.domain.SoonBy;
import org.jspecify.annotations.Nullable;

/** What a document has to keep to be counted at all: the price, the radius, the day. */
final class Bounds {

    private final int mostCents;
    private final Globe.@Nullable Points near;
    private final double farthest;
    private final long now;
    private final long @Nullable [] until;
    private final NextOpenings openings;

    Bounds(Search search, Instant now, NextOpenings openings) {
        Point place = search.near();
        Double radius = search.radiusMiles();
        this.mostCents = search.maxPrice() == null
                ? Columns.NO_PRICE
                : search.maxPrice().amount().movePointRight(2).intValueExact();
        this.near = place == null || radius == null ? null : Globe.Points.only(place);
        this.farthest = radius == null ? 0 : Globe.squaredChord(radius);
        this.now = now.getEpochSecond();
        this.until = search.soonBy() == null ? null : until(search.soonBy(), now);
        this.openings = openings;
    }

    /** Days begin and end by the clock of each area. */
    private static long[] until(SoonBy soonBy, Instant now) {
        long[] until = new long[Area.values().length];
        for (Area area : Area.values()) {
            until[Marks.position(area)] = soonBy.until(now, area.zone()).getEpochSecond();
        }
        return until;
    }

    /** Whether anything besides the price has to be kept. */
    boolean areSet() {
        return near != null || until != null;
    }

    /** Everything besides the price. */
    boolean contain(Columns columns, int document) {
        return (near == null || isNear(columns, document, near))
                && (until == null || isOpenBy(columns, document, until));
    }

    boolean setAPrice() {
        return mostCents != Columns.NO_PRICE;
    }

    boolean affords(Columns columns, int document) {
        return columns.cents[document] <= mostCents;
    }

    private boolean isNear(Columns columns, int document, Globe.Points place) {
        for (int i = columns.pointsFrom[document]; i < columns.pointsFrom[document + 1]; i++) {
            if (columns.points.squaredChord(i, place) <= farthest) {
                return true;
            }
        }
        return false;
    }

    /** Of whom nothing is known may well have time. */
    private boolean isOpenBy(Columns columns, int document, long[] untilByArea) {
        long start = openings.at(columns.openings[document]);
        int area = Long.numberOfTrailingZeros(columns.marks[document] >>> Marks.AREAS);
        return start <= now || start < untilByArea[area];
    }
}
