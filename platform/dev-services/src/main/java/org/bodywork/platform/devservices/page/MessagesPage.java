package org.bodywork.platform.devservices.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bodywork.platform.devservices.inbox.Attachment;
import org.bodywork.platform.devservices.inbox.Email;
import org.bodywork.platform.devservices.inbox.Inbox;
import org.bodywork.platform.devservices.inbox.Message;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.bodywork.platform.devservices.inbox.Recipients;
import org.bodywork.platform.devservices.web.Reply;
import org.bodywork.platform.devservices.web.Request;
import org.bodywork.platform.devservices.web.Routes;

/** The page that shows every message, newest first, and the parts it is made of. */
public final class MessagesPage {

    /** Links may open in a tab of their own; scripts, forms and our own origin stay out of reach. */
    static final String FRAME_SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

    private static final int SHOWN = 50;
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String FRAME_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox " + FRAME_SANDBOX;

    private final Inbox inbox;
    private final String template = new String(resource("page.html"), StandardCharsets.UTF_8);

    public MessagesPage(Inbox inbox) {
        this.inbox = inbox;
    }

    public void addTo(Routes routes) {
        var style = resource("page.css");
        var script = resource("page.js");
        routes.on("GET", "/", this::page)
                .on("GET", "/page.css", request -> Reply.of(200, "text/css; charset=utf-8", style))
                .on("GET", "/page.js", request -> Reply.of(200, "text/javascript; charset=utf-8", script))
                .on("GET", "/messages/{id}/html", this::html)
                .on("GET", "/messages/{id}/attachments/{index}", this::attachment);
    }

    private Reply page(Request request) {
        var to = request.query().text("to").orElse("").strip();
        int from = request.query().number("from", 0);
        var found = inbox.newestFirst(Recipients.contains(to));
        var shown = found.stream().skip(from).limit(SHOWN).toList();
        var places = Map.of(
                "filter", Html.escape(to),
                "summary", summary(found.size(), to),
                "newer", from == 0 ? "" : link("Newer messages", to, Math.max(0, from - SHOWN)),
                "messages", articles(shown),
                "older", found.size() <= from + SHOWN ? "" : link("Older messages", to, from + SHOWN));
        return Reply.html(filled(places)).with("Content-Security-Policy", POLICY);
    }

    // In one pass, so that nothing in a message is taken for a place in the template.
    private String filled(Map<String, String> places) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), "")));
    }

    private static String summary(int count, String to) {
        if (count == 0) {
            return to.isEmpty()
                    ? "No messages yet. They show here as soon as one is sent."
                    : "No message to such a recipient.";
        }
        return count == 1 ? "1 message" : "%,d messages, newest first".formatted(count);
    }

    private static String link(String text, String to, int from) {
        return "<a href=\"/?to=%s&amp;from=%d\">%s</a>"
                .formatted(URLEncoder.encode(to, StandardCharsets.UTF_8), from, text);
    }

    private static String articles(List<Message> messages) {
        return messages.stream().map(MessageView::of).map(Article::of).collect(Collectors.joining());
    }

    private Reply html(Request request) {
        return email(request)
                .flatMap(email -> Optional.ofNullable(email.html()))
                .map(html -> Reply.html("<base target=\"_blank\">" + html.text())
                        .with("Content-Security-Policy", FRAME_POLICY)
                        .with("Referrer-Policy", "no-referrer"))
                .orElseGet(MessagesPage::gone);
    }

    private Reply attachment(Request request) {
        return email(request)
                .flatMap(email -> attachment(email, request.variable("index")))
                .map(MessagesPage::download)
                .orElseGet(MessagesPage::gone);
    }

    private static Optional<Attachment> attachment(Email email, String index) {
        return Optional.of(index)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(number -> number < email.attachments().size())
                .map(email.attachments()::get);
    }

    private static Reply download(Attachment file) {
        var type = file.contentType().matches("[a-z0-9.+-]+/[a-z0-9.+-]+")
                ? file.contentType()
                : "application/octet-stream";
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Reply.of(200, type, file.content().bytes())
                .with("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .with("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private Optional<Email> email(Request request) {
        Predicate<String> isNumber = text -> text.matches("\\d{1,18}");
        return Optional.of(request.variable("id"))
                .filter(isNumber)
                .flatMap(id -> inbox.find(Long.parseLong(id)))
                .filter(Email.class::isInstance)
                .map(Email.class::cast);
    }

    private static Reply gone() {
        return Reply.text(404, "This message is not kept any more.");
    }

    private static byte[] resource(String name) {
        try (var in = MessagesPage.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
