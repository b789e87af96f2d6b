package org.bodywork.bookings.appointment.adapter.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.domain.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The page's words. Whatever did not come from here is escaped. */
final class MyVisitsHtml {

    static final String NO_ADDRESS = "That does not look like an email address. Please check it.";
    static final String TOO_MANY = "You have asked for many codes. Please wait an hour, then try again.";
    static final String WRONG_CODE = "That code does not open your visits. It may be mistyped, used or too old.";
    static final String AGAIN = "Please begin again.";

    /** The location's time with its zone, such as Tue 24 Nov 2026, 10:00 AM Central Time. */
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM uuuu, h:mm a vvvv", Locale.US);

    private MyVisitsHtml() {}

    static String ask(String email, @Nullable String fault) {
        return page("""
                <p>Type the email address you booked with. We send a code to it, so that nobody else sees your visits.</p>
                %s
                <form method="post" action="/my-visits" class="card">
                  <label for="email">Email address</label>
                  <input id="email" name="email" type="email" autocomplete="email" required maxlength="254" value="%s">
                  <button type="submit">Send me a code</button>
                </form>
                """.formatted(alert(fault), escaped(email)));
    }

    static String code(String requestId, String email, @Nullable String fault) {
        return page("""
                <p>If you have visits with this address, a code is on its way to it. It works once, for ten minutes.</p>
                %s
                <form method="post" action="/my-visits/code" class="card">
                  <input type="hidden" name="requestId" value="%s">
                  <input type="hidden" name="email" value="%s">
                  <label for="code">The six digits from the email</label>
                  <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="10">
                  <button type="submit">Show my visits</button>
                </form>
                <p><a href="/my-visits">Use another address, or have a new code sent</a></p>
                """.formatted(alert(fault), escaped(requestId), escaped(email)));
    }

    static String list(MyVisitsView list) {
        String items = list.items().stream().map(MyVisitsHtml::visit).collect(Collectors.joining());
        String more = list.next() == null
                ? ""
                : "<p><a href=\"/my-visits?after=" + escaped(list.next()) + "\">Earlier visits</a></p>";
        String body =
                items.isEmpty() ? "<p>There are no more visits.</p>" : "<ul class=\"visits\">" + items + "</ul>" + more;
        return page(body + """
                <form method="post" action="/my-visits/leave"><button class="quiet" type="submit">Done, close my
                visits in this browser</button></form>
                """);
    }

    private static String visit(VisitView visit) {
        String when = OffsetDateTime.parse(visit.start())
                .atZoneSameInstant(ZoneId.of(visit.zone()))
                .format(WHEN);
        String where =
                visit.location().name() == null ? "" : ", " + visit.location().name();
        return """
                <li class="card">
                  <p class="when">%s</p>
                  <p>%s%s</p>
                  <p class="soft">%s</p>
                  %s
                </li>
                """.formatted(
                        escaped(when),
                        escaped(visit.therapist().name()),
                        escaped(where),
                        words(visit.status()),
                        link(visit.manageUrl()));
    }

    private static String link(@Nullable String manageUrl) {
        return manageUrl == null
                ? ""
                : "<p><a href=\"%s\" rel=\"nofollow noreferrer\">See or change this visit</a></p>"
                        .formatted(escaped(manageUrl));
    }

    private static String words(Status status) {
        return switch (status) {
            case REQUESTED -> "Waits for the therapist to answer";
            case PROPOSED -> "The therapist proposes this time and waits for your answer";
            case CONFIRMED -> "Confirmed";
            case CHECKED_IN -> "You have arrived";
            case COMPLETED -> "Took place";
            case NO_SHOW -> "Missed";
            case DECLINED -> "Could not be taken";
            case EXPIRED -> "Was not answered in time";
            case CANCELLED_BY_CLIENT -> "You cancelled it";
            case CANCELLED_BY_THERAPIST -> "The practice cancelled it";
        };
    }

    private static String alert(@Nullable String fault) {
        return fault == null ? "" : "<p class=\"fault\" role=\"alert\">" + escaped(fault) + "</p>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String page(String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <meta name="robots" content="noindex">
                  <title>My visits</title>
                  <link rel="stylesheet" href="/assets/my-visits.css">
                </head>
                <body>
                  <main>
                    <h1>My visits</h1>
                """ + body + """
                  </main>
                </body>
                </html>
                """;
    }
}
