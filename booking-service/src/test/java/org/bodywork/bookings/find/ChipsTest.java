package org.bodywork.bookings.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bodywork.bookings.find.Chips.Chip;
import org.bodywork.bookings.find.Found.Count;
import org.bodywork.bookings.site.SiteLanguage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ChipsTest {

    private static final Words ENGLISH = english();

    @Test
    void offersOnlyPricesThatMakeADifference() {
        List<Chip> chips =
                chips(Wish.ANYTHING, 9, List.of(count("60", 2), count("80", 2), count("100", 7), count("120", 9)));

        assertThat(chips).extracting(Chip::text).containsExactly("Under $60", "Under $100");
        assertThat(chips).extracting(Chip::count).containsExactly(2, 7);
        assertThat(chips).extracting(Chip::href).first().isEqualTo("/therapists?maxPrice=60&lang=en");
    }

    @Test
    void changesAPriceThatIsChosenForAnother() {
        List<Chip> chips = chips(
                Wish.ANYTHING.with(Wish.MAX_PRICE, "100"),
                7,
                List.of(count("60", 2), count("100", 7), count("120", 9)));

        assertThat(chips).extracting(Chip::text).containsExactly("Under $100", "Under $60", "Under $120");
        assertThat(chips).extracting(Chip::on).containsExactly(true, false, false);
        assertThat(chips)
                .extracting(Chip::href)
                .containsExactly(
                        "/therapists?lang=en", "/therapists?maxPrice=60&lang=en", "/therapists?maxPrice=120&lang=en");
    }

    @Test
    void offersNoPricesWhereNoneAreCounted() {
        assertThat(chips(Wish.ANYTHING, 9, null)).isEmpty();
    }

    private static List<Chip> chips(Wish wish, int total, @Nullable List<Count> prices) {
        Found.Facets facets = new Found.Facets(List.of(), List.of(), List.of(), List.of(), prices);
        return Chips.of(wish, new Found(total, List.of(), facets), ENGLISH);
    }

    private static Count count(String value, int count) {
        return new Count(value, count);
    }

    private static Words english() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("pages/find");
        messages.setDefaultEncoding("UTF-8");
        return new Words(messages, SiteLanguage.EN);
    }
}
