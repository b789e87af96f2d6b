package org.bodywork.platform.devservices.page;

import static org.bodywork.platform.devservices.page.Html.escape;
import static org.bodywork.platform.devservices.page.Html.linked;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.bodywork.platform.devservices.inbox.MessageView.AttachmentView;

/** One message as HTML; whatever it contains is escaped, and its own HTML stays in a sandboxed frame. */
final class Article {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE d MMM, HH:mm:ss.SSS 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Article() {}

    static String of(MessageView message) {
        return """
            <article id="m%s" data-state="%s">
            <header>
            <span class="channel %s">%s</span>
            <strong class="to">%s</strong>
            <time datetime="%s">%s</time>
            </header>
            <p class="from">from %s%s</p>
            %s</article>
            """.formatted(
                        escape(message.id()),
                        escape(state(message)),
                        escape(message.channel()),
                        channel(message),
                        escape(message.to()),
                        message.receivedAt(),
                        TIME.format(message.receivedAt()),
                        escape(message.from()),
                        status(message),
                        content(message));
    }

    /** Unlike before as soon as the article looks different. */
    private static String state(MessageView message) {
        return message.id() + (message.status() == null ? "" : message.status());
    }

    private static String channel(MessageView message) {
        return message.channel().equals("sms") ? "SMS" : "Email";
    }

    private static String status(MessageView message) {
        return message.status() == null ? "" : " · <span class=\"status\">" + escape(message.status()) + "</span>";
    }

    private static String content(MessageView message) {
        return subject(message) + text(message) + html(message) + attachments(message.attachments());
    }

    private static String subject(MessageView message) {
        return message.subject() == null ? "" : "<h2 dir=\"auto\">" + escape(message.subject()) + "</h2>\n";
    }

    private static String text(MessageView message) {
        return message.text().isBlank()
                ? ""
                : "<pre dir=\"auto\">" + linked(message.text().strip()) + "</pre>\n";
    }

    private static String html(MessageView message) {
        if (message.html() == null) {
            return "";
        }
        return """
            <details><summary>HTML version</summary>
            <iframe title="HTML version of the email" loading="lazy" src="/messages/%s/html" sandbox="%s"></iframe>
            </details>
            """.formatted(escape(message.id()), MessagesPage.FRAME_SANDBOX);
    }

    private static String attachments(List<AttachmentView> attachments) {
        if (attachments.isEmpty()) {
            return "";
        }
        return attachments.stream().map(Article::attachment).collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    private static String attachment(AttachmentView file) {
        return "<li><a href=\"%s\">%s</a> <span>%s, %,d bytes</span></li>%n"
                .formatted(escape(file.url()), escape(file.name()), escape(file.contentType()), file.size());
    }
}
