package org.bodywork.therapists.search.adapter.lucene;

import static org.bodywork.therapists.search.adapter.lucene.Entries.MAPLEWOOD;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.search.domain.Order;
import org.bodywork.therapists.search.domain.Search;
import org.bodywork.therapists.search.domain.SoonBy;
import org.jspecify.annotations.Nullable;

/** Searches in words. */
final class ASearch {

    static final List<Modality> GENTLE = List.of(Modality.SWEDISH, Modality.HOT_STONE, Modality.MYOFASCIAL_RELEASE);
    static final List<Modality> FIRM = List.of(Modality.DEEP_TISSUE, Modality.TRIGGER_POINT, Modality.MEDICAL);

    private String words = "";
    private Set<Area> areas = Set.of();
    private Point near = MAPLEWOOD;
    private boolean placed;
    private double radius;
    private Set<Condition> conditions = Set.of();
    private @Nullable SoonBy soonBy;
    private Set<Modality> modalities = Set.of();
    private Set<Gender> genders = Set.of();
    private Set<String> languages = Set.of();
    private String price = "";
    private Order order = Order.MATCH;

    ASearch words(String said) {
        words = said;
        return this;
    }

    ASearch area(Area area) {
        areas = Set.of(area);
        return this;
    }

    ASearch near(Point place) {
        near = place;
        placed = true;
        return this;
    }

    ASearch radius(double miles) {
        radius = miles;
        return this;
    }

    ASearch modality(Modality modality) {
        modalities = Set.of(modality);
        return this;
    }

    ASearch condition(Condition condition) {
        conditions = Set.of(condition);
        return this;
    }

    ASearch soonBy(SoonBy day) {
        soonBy = day;
        return this;
    }

    ASearch gender(Gender gender) {
        genders = Set.of(gender);
        return this;
    }

    ASearch below(String amount) {
        price = amount;
        return this;
    }

    ASearch by(Order wanted) {
        order = wanted;
        return this;
    }

    ASearch some(Random random) {
        if (random.nextBoolean()) {
            modalities = Set.of(one(GENTLE, random), one(FIRM, random));
        }
        if (random.nextBoolean()) {
            genders = Set.of(one(List.of(Gender.values()), random));
        }
        if (random.nextBoolean()) {
            languages = Set.of(random.nextBoolean() ? "es" : "vi");
        }
        if (random.nextBoolean()) {
            price = "90.00";
        }
        if (random.nextBoolean()) {
            near(MAPLEWOOD).radius(8);
        }
        return this;
    }

    ASearch withOnly(Modality only) {
        ASearch copy = copy();
        copy.modalities = Set.of(only);
        return copy;
    }

    ASearch withOnly(Gender only) {
        ASearch copy = copy();
        copy.genders = Set.of(only);
        return copy;
    }

    ASearch withOnly(String language) {
        ASearch copy = copy();
        copy.languages = Set.of(language);
        return copy;
    }

    ASearch withOnlyUnder(int dollars) {
        return copy().below(dollars + ".00");
    }

    private ASearch copy() {
        ASearch copy = new ASearch();
        copy.words = words;
        copy.areas = areas;
        copy.near = near;
        copy.placed = placed;
        copy.radius = radius;
        copy.modalities = modalities;
        copy.genders = genders;
        copy.languages = languages;
        copy.price = price;
        copy.order = order;
        copy.conditions = conditions;
        copy.soonBy = soonBy;
        return copy;
    }

    Search search() {
        return new Search(
                words,
                areas,
                placed ? near : null,
                placed && radius > 0 ? radius : null,
                modalities,
                conditions,
                genders,
                languages,
                price.isEmpty() ? null : Money.of(price),
                soonBy,
                order);
    }

    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
