package org.bodywork.therapists.search.adapter.lucene;

import java.time.Duration;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.search.application.NextOpenings;
import org.bodywork.therapists.search.application.Wanted;
import org.bodywork.therapists.search.domain.Affinity;
import org.bodywork.therapists.search.domain.Match;
import org.bodywork.therapists.search.domain.Order;
import org.jspecify.annotations.Nullable;

/** Turns the order asked for into one number for each document. */
final class Ranking {

    private static final double SECONDS_PER_HOUR = Duration.ofHours(1).toSeconds();
    private static final double LAST = Double.POSITIVE_INFINITY;
    private static final int NOT_KNOWN = -1;

    private final Order order;
    private final Globe.@Nullable Points near;
    private final long now;
    private final NextOpenings openings;
    private final int[] conditions;
    private final long oftenChosen;

    Ranking(Wanted wanted, NextOpenings openings) {
        Point place = wanted.search().near();
        this.order = wanted.search().order();
        this.near = place == null ? null : Globe.Points.only(place);
        this.now = wanted.now().getEpochSecond();
        this.openings = openings;
        this.conditions = wanted.conditions().stream().mapToInt(Marks::position).toArray();
        long chosen = 0;
        for (Modality modality : Modality.values()) {
            if (wanted.conditions().stream().anyMatch(condition -> Affinity.isOftenChosen(modality, condition))) {
                chosen |= 1L << (Marks.MODALITIES + Marks.position(modality));
            }
        }
        this.oftenChosen = chosen;
    }

    /** Lower comes first; practices that say nothing of themselves come last. */
    double key(Columns columns, int document, float score) {
        if (order != Order.DISTANCE && ((columns.marks[document] >>> Marks.PRACTICE) & 1) != 0) {
            return LAST;
        }
        return switch (order) {
            case DISTANCE -> squaredChord(columns, document);
            case PRICE -> columns.cents[document] == Columns.NO_PRICE ? LAST : columns.cents[document];
            case SOONEST -> hoursToWait(columns, document);
            case RATING -> -columns.rating[document];
            case MATCH -> -match(columns, document, score);
        };
    }

    private double match(Columns columns, int document, float score) {
        double points = columns.rating[document];
        if (conditions.length > 0) {
            points += Match.experience(bestYears(columns, document))
                    + Match.modality((columns.marks[document] & oftenChosen) != 0);
        }
        if (near != null) {
            points += Match.nearness(Globe.miles(squaredChord(columns, document)));
        }
        double hours = hoursToWait(columns, document);
        if (hours != LAST) {
            points += Match.soonness(hours);
        }
        return score > 0 ? points + Match.words(score) : points;
    }

    private double hoursToWait(Columns columns, int document) {
        long start = openings.at(columns.openings[document]);
        return start <= now || start == NextOpenings.NONE ? LAST : (start - now) / SECONDS_PER_HOUR;
    }

    private int bestYears(Columns columns, int document) {
        int most = NOT_KNOWN;
        for (int condition : conditions) {
            if (((columns.marks[document] >>> (Marks.CONDITIONS + condition)) & 1) != 0) {
                most = Math.max(most, Fields.years(columns.years[document], condition));
            }
        }
        return most;
    }

    private double squaredChord(Columns columns, int document) {
        double nearest = LAST;
        if (near != null) {
            for (int i = columns.pointsFrom[document]; i < columns.pointsFrom[document + 1]; i++) {
                nearest = Math.min(nearest, columns.points.squaredChord(i, near));
            }
        }
        return nearest;
    }
}
