package org.bodywork.therapists.search.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Experience;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.listing.domain.Rating;
import org.jspecify.annotations.Nullable;

/** Says in plain words why a listing was found, the weightiest first. */
public final class Reasons {

    private static final int MOST = 5;
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final double GOOD_RATING = 4.5;

    private Reasons() {}

    /**
     * The reasons for one listing.
     *
     * @param nextOpening on the clock of the place; none while none is known
     * @param wanted the conditions asked for, chosen or recognised in the text
     */
    public static List<String> of(
            Entry entry, @Nullable ZonedDateTime nextOpening, Search search, Set<Condition> wanted) {
        List<String> reasons = new ArrayList<>();
        bestExperience(entry, wanted).map(Reasons::experience).ifPresent(reasons::add);
        modality(entry, search, wanted).ifPresent(reasons::add);
        Point near = search.near();
        if (near != null && !entry.points().isEmpty()) {
            reasons.add(distance(entry.milesFrom(near)));
        }
        if (!search.languages().isEmpty()) {
            language(entry, search).ifPresent(reasons::add);
        }
        if (nextOpening != null) {
            reasons.add("Next opening " + DAY_AND_TIME.format(nextOpening));
        }
        rating(entry.rating()).ifPresent(reasons::add);
        return reasons.stream().limit(MOST).toList();
    }

    private static Optional<Experience> bestExperience(Entry entry, Set<Condition> wanted) {
        return entry.conditions().stream()
                .filter(experience -> wanted.contains(experience.condition()))
                .max(Comparator.comparingInt(Experience::years));
    }

    private static String experience(Experience experience) {
        String with = inWords(experience.condition());
        return switch (experience.years()) {
            case 0 -> "Works with " + with;
            case 1 -> "One year of experience with " + with;
            default -> experience.years() + " years of experience with " + with;
        };
    }

    private static Optional<String> modality(Entry entry, Search search, Set<Condition> wanted) {
        for (Modality modality : entry.modalities()) {
            for (Condition condition : new TreeSet<>(wanted)) {
                if (Affinity.isOftenChosen(modality, condition)) {
                    return Optional.of("Offers " + inWords(modality) + ", often chosen for " + inWords(condition));
                }
            }
        }
        return entry.modalities().stream()
                .filter(search.modalities()::contains)
                .findFirst()
                .map(offered -> "Offers " + inWords(offered));
    }

    private static String distance(double miles) {
        return miles < 0.1 ? "Just around the corner" : oneDecimal(miles) + " miles away";
    }

    private static Optional<String> language(Entry entry, Search search) {
        return entry.languages().stream()
                .filter(search.languages()::contains)
                .findFirst()
                .map(spoken -> "Speaks " + Locale.forLanguageTag(spoken).getDisplayLanguage(Locale.ENGLISH));
    }

    private static Optional<String> rating(@Nullable Rating rating) {
        return rating != null && rating.mean() >= GOOD_RATING
                ? Optional.of("Rated " + rating.rounded() + " by " + rating.count() + " who came")
                : Optional.empty();
    }

    /** As {@code %.1f} would, which takes apart its pattern for each of twenty results. */
    private static String oneDecimal(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toString();
    }

    private static String inWords(Condition condition) {
        return switch (condition) {
            case NECK_PAIN -> "neck and shoulder pain";
            case HEADACHE_MIGRAINE -> "headache and migraine";
            case STRESS_ANXIETY -> "stress and anxiety";
            default -> condition.slug().replace('-', ' ');
        };
    }

    private static String inWords(Modality modality) {
        return switch (modality) {
            case CBD_OIL -> "CBD oil massage";
            case SWEDISH, DEEP_TISSUE, HOT_STONE, MEDICAL -> modality.slug().replace('-', ' ') + " massage";
            case TRIGGER_POINT -> "trigger point work";
            case MYOFASCIAL_RELEASE -> "myofascial release";
        };
    }
}
