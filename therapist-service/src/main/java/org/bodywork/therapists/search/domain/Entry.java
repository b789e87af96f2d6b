package org.bodywork.therapists.search.domain;

import java.util.List;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Credentials;
import org.bodywork.therapists.listing.domain.Experience;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Rating;
import org.bodywork.therapists.listing.domain.Therapist;
import org.jspecify.annotations.Nullable;

/**
 * What a search knows of a published listing: enough to find it, to rank it and to show it in a list.
 *
 * @param practice none for an unclaimed practice, which is itself the listing
 * @param points of every place where the therapist works
 * @param languages primary BCP 47 subtags
 */
public record Entry(
        String id,
        Kind kind,
        String slug,
        String name,
        @Nullable PracticeName practice,
        Area area,
        boolean demo,
        List<Point> points,
        List<Modality> modalities,
        List<Experience> conditions,
        @Nullable Gender gender,
        List<String> languages,
        @Nullable String approach,
        Credentials credentials,
        @Nullable Money priceFrom,
        @Nullable Rating rating) {

    public Entry {
        points = List.copyOf(points);
        modalities = List.copyOf(modalities);
        conditions = List.copyOf(conditions);
        languages = List.copyOf(languages);
    }

    /** What is listed. */
    public enum Kind {
        THERAPIST,
        /** One that nobody has claimed yet. */
        PRACTICE
    }

    /** Where a therapist works. */
    public record PracticeName(String id, String slug, String name) {

        static PracticeName of(Practice practice) {
            return new PracticeName(practice.id().toString(), practice.slug().value(), practice.name());
        }
    }

    public static Entry of(Therapist therapist, Practice practice, @Nullable Rating rating) {
        return new Entry(
                therapist.id().toString(),
                Kind.THERAPIST,
                therapist.slug().value(),
                therapist.name(),
                PracticeName.of(practice),
                therapist.area(),
                therapist.demo(),
                points(therapist, practice),
                therapist.modalities(),
                therapist.conditions(),
                therapist.portrait().gender(),
                therapist.portrait().languages().stream()
                        .map(Language::primary)
                        .distinct()
                        .toList(),
                therapist.portrait().approach(),
                therapist.credentials(),
                therapist.priceFrom().orElse(null),
                rating);
    }

    public static Entry of(Practice unclaimed) {
        return new Entry(
                unclaimed.id().toString(),
                Kind.PRACTICE,
                unclaimed.slug().value(),
                unclaimed.name(),
                null,
                unclaimed.locations().getFirst().area(),
                unclaimed.demo(),
                unclaimed.locations().stream().map(location -> location.point()).toList(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                Credentials.NONE,
                null,
                null);
    }

    /** How far the nearest of its places is. */
    public double milesFrom(Point place) {
        return points.stream().mapToDouble(point -> point.milesTo(place)).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static List<Point> points(Therapist therapist, Practice practice) {
        return practice.locations().stream()
                .filter(location -> therapist.workplaces().stream()
                        .anyMatch(workplace -> workplace.id().equals(location.id())))
                .map(location -> location.point())
                .toList();
    }
}
