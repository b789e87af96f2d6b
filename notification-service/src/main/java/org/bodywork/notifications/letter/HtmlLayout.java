package org.bodywork.notifications.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.letter.Letter.Link;
import org.springframework.web.util.HtmlUtils;

/** A letter for readers of HTML mail. Styles stand in the elements, because mail programs drop style sheets. */
final class HtmlLayout {

    private HtmlLayout() {}

    static String of(Letter letter) {
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
                <body style="margin:0;padding:24px;background:#fbf8f3;color:#1d2b2a;font:17px/1.5 system-ui,sans-serif">
                <div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:14px">
                %s</div>
                </body>
                </html>
                """.formatted(letter.language().toLanguageTag(), escape(letter.subject()), body(letter));
    }

    private static String body(Letter letter) {
        return paragraph(letter.greeting())
                + letter.paragraphs().stream().map(HtmlLayout::paragraph).collect(Collectors.joining())
                + facts(letter)
                + letter.link().map(HtmlLayout::link).orElse("")
                + paragraph(letter.closing());
    }

    private static String paragraph(String text) {
        return """
                <p style="margin:0 0 16px">%s</p>
                """.formatted(escape(text));
    }

    private static String facts(Letter letter) {
        if (letter.facts().isEmpty()) {
            return "";
        }
        return """
                <table role="presentation" style="margin:0 0 16px;border-collapse:collapse">
                %s</table>
                """.formatted(letter.facts().stream().map(HtmlLayout::fact).collect(Collectors.joining()));
    }

    private static String fact(Fact fact) {
        return """
                <tr><td style="padding:4px 16px 4px 0;color:#566462">%s</td><td style="padding:4px 0">%s</td></tr>
                """.formatted(escape(fact.label()), escape(fact.value()));
    }

    private static String link(Link link) {
        return """
                <p style="margin:0 0 16px"><a href="%s" style="display:inline-block;padding:12px 20px;\
                background:#0e5a56;color:#ffffff;border-radius:10px;text-decoration:none">%s</a></p>
                """.formatted(escape(link.target().toString()), escape(link.label()));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, UTF_8.name());
    }
}
