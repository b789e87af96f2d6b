package org.bodywork.bookings.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class WishTest {

    @Test
    void comesBackAsTheAddressItWasReadFrom() {
        String query =
                "condition=back-pain&condition=neck-pain&near=63143&maxPrice=100&when=this-week&sort=soonest&page=3&";

        assertThat(read(query).wish().query())
                .isEqualTo("condition=back-pain&condition=neck-pain&near=63143&maxPrice=100"
                        + "&when=this-week&sort=soonest&page=3&");
    }

    @Test
    void takesAnAreaThatWasTypedAsOneThatWasChosen() {
        assertThat(read("near=Maplewood").wish().query()).isEqualTo("area=maplewood&");
    }

    @Test
    void leavesOutWhatIsEmptyAndNamesWhatItDoesNotKnow() {
        Wish.Reading reading =
                read("condition=&when=&near=&modality=wrong&gender=woman&gender=robot&page=0&radius=9999");

        assertThat(reading.wish().query()).isEqualTo("gender=woman&");
        assertThat(reading.leftOut()).containsExactly("gender", "modality", "page", "radius");
    }

    @Test
    void beginsAtTheFirstPageOnceSomethingElseIsAskedFor() {
        Wish wish = read("modality=swedish&page=4").wish();

        assertThat(wish.toggled(Wish.MODALITY, "medical").query()).isEqualTo("modality=swedish&modality=medical&");
        assertThat(wish.toggled(Wish.MODALITY, "swedish").query()).isEmpty();
        assertThat(wish.with(Wish.SORT, "price").query()).isEqualTo("modality=swedish&sort=price&");
        assertThat(wish.onPage(1).query()).isEqualTo("modality=swedish&");
    }

    @Test
    void keepsWordsOfItsOwnAsOneWord() {
        assertThat(read("q=knee%20%26%20hip%3F").wish().query()).isEqualTo("q=knee+%26+hip%3F&");
    }

    private static Wish.Reading read(String query) {
        MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString("/?" + query)
                .build()
                .getQueryParams()
                .forEach((name, words) ->
                        words.forEach(word -> decoded.add(name, URLDecoder.decode(word, StandardCharsets.UTF_8))));
        return Wish.read(decoded);
    }
}
