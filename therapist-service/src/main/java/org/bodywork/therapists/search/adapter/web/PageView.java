package org.bodywork.therapists.search.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bodywork.platform.web.Paging;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.listing.domain.Rating;
import org.bodywork.therapists.search.application.Answer;
import org.bodywork.therapists.search.application.Found;
import org.bodywork.therapists.search.domain.Entry;
import org.bodywork.therapists.search.domain.Facets;
import org.bodywork.therapists.search.domain.Reasons;
import org.bodywork.therapists.search.domain.Search;
import org.bodywork.therapists.view.CredentialView;
import org.bodywork.therapists.view.MoneyView;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search.
 *
 * @param understood what the words of the search were taken to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageView(int total, int page, int size, List<ItemView> items, FacetsView facets, UnderstoodView understood) {

    static PageView of(Answer answer, Paging paging) {
        return new PageView(
                answer.found().total(),
                paging.page(),
                paging.size(),
                answer.found().hits().stream()
                        .map(hit -> ItemView.of(hit, answer))
                        .toList(),
                FacetsView.of(answer.found().facets()),
                UnderstoodView.of(answer.understood()));
    }

    /**
     * A therapist, or a practice nobody has claimed, in a list.
     *
     * @param kind {@code therapist} or {@code practice}
     * @param distanceMiles from the place asked for, to one decimal
     * @param nextOpening the first start of any treatment that anybody could book
     * @param reasons why it was found, in words
     * @param snippet what it says of itself around the words searched for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String id,
            String kind,
            String slug,
            String name,
            Entry.@Nullable PracticeName practice,
            String area,
            boolean demo,
            @Nullable BigDecimal distanceMiles,
            List<String> modalities,
            List<String> conditions,
            List<CredentialView> credentials,
            @Nullable BigDecimal rating,
            int reviewCount,
            @Nullable MoneyView priceFrom,
            @Nullable OffsetDateTime nextOpening,
            List<String> reasons,
            @Nullable List<Found.Piece> snippet) {

        static ItemView of(Found.Hit hit, Answer answer) {
            Entry entry = hit.entry();
            Point near = answer.understood().near();
            Rating rating = entry.rating();
            ZonedDateTime opening = hit.nextOpening();
            return new ItemView(
                    entry.id(),
                    entry.kind() == Entry.Kind.THERAPIST ? "therapist" : "practice",
                    entry.slug(),
                    entry.name(),
                    entry.practice(),
                    entry.area().slug(),
                    entry.demo(),
                    near == null || entry.points().isEmpty() ? null : oneDecimal(entry.milesFrom(near)),
                    entry.modalities().stream().map(Modality::slug).toList(),
                    entry.conditions().stream()
                            .map(known -> known.condition().slug())
                            .toList(),
                    CredentialView.of(entry.credentials()),
                    rating == null ? null : rating.rounded(),
                    rating == null ? 0 : rating.count(),
                    price(entry.priceFrom()),
                    opening == null ? null : opening.toOffsetDateTime(),
                    Reasons.of(entry, opening, answer.understood(), answer.conditions()),
                    hit.snippet().isEmpty() ? null : hit.snippet());
        }

        private static BigDecimal oneDecimal(double number) {
            return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
        }
    }

    private static @Nullable MoneyView price(@Nullable Money money) {
        return money == null ? null : MoneyView.of(money);
    }

    /**
     * How many results each word would leave, the most first.
     *
     * @param price by whole dollars, the least first: how many a {@code maxPrice} of so much would leave
     */
    record FacetsView(
            List<CountView> modality,
            List<CountView> condition,
            List<CountView> language,
            List<CountView> gender,
            List<CountView> area,
            List<CountView> price) {

        static FacetsView of(Facets facets) {
            return new FacetsView(
                    counts(facets.modality()),
                    counts(facets.condition()),
                    counts(facets.language()),
                    counts(facets.gender()),
                    counts(facets.area()),
                    prices(facets.price()));
        }

        private static List<CountView> prices(Map<String, Integer> counted) {
            return counted.entrySet().stream()
                    .map(each -> new CountView(each.getKey(), each.getValue()))
                    .sorted(Comparator.comparingInt(each -> Integer.parseInt(each.value())))
                    .toList();
        }

        private static List<CountView> counts(Map<String, Integer> counted) {
            return counted.entrySet().stream()
                    .map(each -> new CountView(each.getKey(), each.getValue()))
                    .sorted(Comparator.comparingInt(CountView::count).reversed().thenComparing(CountView::value))
                    .toList();
        }
    }

    record CountView(String value, int count) {}

    /** What a search was taken to ask for, words and filters together. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record UnderstoodView(
            String words,
            List<String> area,
            List<String> gender,
            List<String> language,
            @Nullable MoneyView maxPrice,
            @Nullable String soonBy,
            @Nullable Point near,
            @Nullable Double radiusMiles) {

        static UnderstoodView of(Search search) {
            return new UnderstoodView(
                    search.words(),
                    search.areas().stream().map(Area::slug).sorted().toList(),
                    search.genders().stream().map(Gender::slug).sorted().toList(),
                    search.languages().stream().sorted().toList(),
                    price(search.maxPrice()),
                    search.soonBy() == null ? null : search.soonBy().word(),
                    search.near(),
                    search.radiusMiles());
        }
    }
}
