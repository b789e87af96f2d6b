package org.bodywork.therapists.search.adapter.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Credentials;
import org.bodywork.therapists.listing.domain.Experience;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.listing.domain.Rating;
import org.bodywork.therapists.search.domain.Entry;
import org.jspecify.annotations.Nullable;

/** Listings in words. */
final class Entries {

    static final Point MAPLEWOOD = new Point(38.6126, -90.3246);

    private final String name;
    private Area area = Area.MAPLEWOOD;
    private Point point = MAPLEWOOD;
    private List<Modality> modalities = List.of(Modality.SWEDISH);
    private final List<Experience> conditions = new ArrayList<>();
    private @Nullable Gender gender;
    private List<String> languages = List.of("en");
    private @Nullable String approach;
    private String price = "95.00";
    private @Nullable Rating rating;

    private Entries(String name) {
        this.name = name;
    }

    static Entries aTherapist(String name) {
        return new Entries(name);
    }

    static Entry anUnclaimedPractice(String name) {
        return new Entry(
                id(name),
                Entry.Kind.PRACTICE,
                slug(name),
                name,
                null,
                Area.MAPLEWOOD,
                false,
                List.of(MAPLEWOOD),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                Credentials.NONE,
                null,
                null);
    }

    Entries in(Area where) {
        area = where;
        return this;
    }

    Entries milesNorth(double miles) {
        point = new Point(MAPLEWOOD.lat() + miles / 69.05, MAPLEWOOD.lon());
        return this;
    }

    Entries offering(Modality... offered) {
        modalities = List.of(offered);
        return this;
    }

    Entries knowing(Condition condition, int years) {
        conditions.add(new Experience(condition, years));
        return this;
    }

    Entries who(Gender is) {
        gender = is;
        return this;
    }

    Entries speaking(String... spoken) {
        languages = List.of(spoken);
        return this;
    }

    Entries saying(String text) {
        approach = text;
        return this;
    }

    Entries asking(String amount) {
        price = amount;
        return this;
    }

    Entries rated(int sum, int count) {
        rating = new Rating(sum, count);
        return this;
    }

    Entry listed() {
        return new Entry(
                id(name),
                Entry.Kind.THERAPIST,
                slug(name),
                name,
                new Entry.PracticeName(id("practice"), "quiet-oak", "Quiet Oak Massage"),
                area,
                true,
                List.of(point),
                modalities,
                conditions,
                gender,
                languages,
                approach,
                Credentials.NONE,
                Money.of(price),
                rating);
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static String slug(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
