package org.bodywork.platform.devservices.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void escapesWhatCouldEndAnElementOrAnAttribute() {
        assertThat(Html.escape("<a href=\"x\" id='y'>&")).isEqualTo("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
    }

    @Test
    void linksAWebAddressWithoutTheFullStopBehindIt() {
        assertThat(Html.linked("See https://example.com/a?b=1&c=2."))
                .isEqualTo("See <a href=\"https://example.com/a?b=1&amp;c=2\" target=\"_blank\""
                        + " rel=\"noopener noreferrer\">https://example.com/a?b=1&amp;c=2</a>.");
    }

    @Test
    void linksNoScript() {
        assertThat(Html.linked("javascript:alert(1)")).doesNotContain("<a");
    }

    @Test
    void endsALinkBeforeAQuotationMark() {
        assertThat(Html.linked("https://example.com/\"onclick=\"x")).contains("</a>&quot;onclick=&quot;x");
    }
}
