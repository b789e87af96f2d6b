package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A form as a page draws it, with what it carries along. */
record PageForm(String action, Map<String, String> fields) {

    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    /** The first form whose tag has that in it. */
    static PageForm in(String html, String mark) {
        Matcher form = Pattern.compile("<form ([^>]*" + Pattern.quote(mark) + "[^>]*)>(.*?)</form>", Pattern.DOTALL)
                .matcher(html);
        assertThat(form.find()).as("a form with " + mark).isTrue();
        Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(form.group(1));
        assertThat(action.find()).isTrue();
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(form.group(2));
        while (field.find()) {
            fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2)));
        }
        return new PageForm(HtmlUtils.htmlUnescape(action.group(1)), fields);
    }

    /** With more typed into it. */
    PageForm with(Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(fields);
        all.putAll(typed);
        return new PageForm(action, all);
    }

    PageForm pressing(String button, String value) {
        return with(Map.of(button, value));
    }
}
