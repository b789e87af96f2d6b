package org.bodywork.therapists.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.Modality;
import org.junit.jupiter.api.Test;

class GuideMarkdownTest {

    private static final String FRONT = """
            ---
            title: Cold feet
            summary: What may warm them.
            modalities:
              - hot-stone
              - swedish
            conditions:
              - poor-sleep
            ---
            """;

    @Test
    void readsWhatStandsInFront() {
        GuidePage page = page(FRONT + "\nWarm **socks**.\n");

        assertThat(page.title()).isEqualTo("Cold feet");
        assertThat(page.summary()).isEqualTo("What may warm them.");
        assertThat(page.modalities()).containsExactly(Modality.HOT_STONE, Modality.SWEDISH);
        assertThat(page.conditions()).containsExactly(Condition.POOR_SLEEP);
        assertThat(page.html()).isEqualTo("<p>Warm <strong>socks</strong>.</p>\n");
        assertThat(page.search()).isEqualTo("/therapists?condition=poor-sleep");
    }

    @Test
    void showsHtmlAsText() {
        assertThat(page(FRONT + "\n<script>alert(1)</script> and <b onclick=x>this</b>\n")
                        .html())
                .doesNotContain("<script", "<b")
                .contains("&lt;script&gt;", "&lt;b onclick");
    }

    @Test
    void followsNoScriptInALink() {
        assertThat(page(FRONT + "\n[a](javascript:alert(1)) [b](/guide)\n").html())
                .doesNotContain("javascript")
                .contains("<a href=\"/guide\">b</a>");
    }

    @Test
    void refusesAPageWithoutATitle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> page(FRONT.replace("title: Cold feet\n", "")))
                .withMessageContaining("title");
    }

    @Test
    void refusesWordsNobodyKnows() {
        assertThatThrownBy(() -> page(FRONT.replace("hot-stone", "reiki"))).isInstanceOf(InvalidValue.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> page(FRONT.replace("summary:", "sumary:")))
                .withMessageContaining("sumary");
    }

    private static GuidePage page(String text) {
        return GuideMarkdown.page(Shelf.SELF_CARE, "cold-feet", GuideLanguage.EN, text);
    }
}
