package org.bodywork.therapists.search.domain;

import java.util.Set;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Point;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: any of the words within a set, all of the sets; an empty set asks for nothing.
 *
 * @param words free text, at most {@link #LONGEST_TEXT} characters; empty asks for nothing
 * @param near where distances are measured from
 * @param radiusMiles how far away a result may be; only with {@code near}
 * @param languages primary BCP 47 subtags such as {@code es}
 * @param soonBy by when an opening is wanted; of whom no opening is known stays in, since nothing says they have none
 */
public record Search(
        String words,
        Set<Area> areas,
        @Nullable Point near,
        @Nullable Double radiusMiles,
        Set<Modality> modalities,
        Set<Condition> conditions,
        Set<Gender> genders,
        Set<String> languages,
        @Nullable Money maxPrice,
        @Nullable SoonBy soonBy,
        Order order) {

    /** Long enough for a sentence, short enough to be read at every key press. */
    public static final int LONGEST_TEXT = 200;

    public static final double LARGEST_RADIUS_MILES = 250;

    public Search {
        areas = Set.copyOf(areas);
        modalities = Set.copyOf(modalities);
        conditions = Set.copyOf(conditions);
        genders = Set.copyOf(genders);
        languages = Set.copyOf(languages);
        if (words.length() > LONGEST_TEXT) {
            throw new InvalidValue("is longer than " + LONGEST_TEXT + " characters");
        }
        if (radiusMiles != null) {
            requireRadius(radiusMiles);
        }
    }

    /** Everything there is. */
    public static Search forAnything() {
        return new Search("", Set.of(), null, null, Set.of(), Set.of(), Set.of(), Set.of(), null, null, Order.MATCH);
    }

    public static double requireRadius(double miles) {
        if (!(miles > 0 && miles <= LARGEST_RADIUS_MILES)) {
            throw new InvalidValue("must be more than 0 and at most 250 miles");
        }
        return miles;
    }
}
