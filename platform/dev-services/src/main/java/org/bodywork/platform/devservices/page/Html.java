package org.bodywork.platform.devservices.page;

import java.util.regex.Pattern;

/** Text as it may stand in a page. */
final class Html {

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"'`]+[^\\s<>\"'`.,;:!?)\\]]");

    private Html() {}

    /** For an element's content and for a quoted attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Escaped, with its web addresses as links. */
    static String linked(String text) {
        var html = new StringBuilder();
        var matcher = URL.matcher(text);
        int done = 0;
        while (matcher.find()) {
            html.append(escape(text.substring(done, matcher.start()))).append(link(matcher.group()));
            done = matcher.end();
        }
        return html.append(escape(text.substring(done))).toString();
    }

    private static String link(String url) {
        var escaped = escape(url);
        return "<a href=\"" + escaped + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + escaped + "</a>";
    }
}
