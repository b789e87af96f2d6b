package org.bodywork.platform.devservices.sms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bodywork.platform.devservices.inbox.Sms;
import org.bodywork.platform.devservices.web.Parameters;

/**
 * The list's parameters {@code To}, {@code From}, {@code DateSent}, {@code DateSent>} and {@code DateSent<}, as they are
 * in a query: {@code DateSent>=2026-11-21} has the name {@code DateSent>}. A message still queued counts by when it was
 * created, so that who asks "did it get through?" finds it.
 */
final class MessageFilter {

    private MessageFilter() {}

    static Predicate<Sms> of(Parameters query) {
        var conditions = Stream.of(
                query.text("To").map(wanted -> number(wanted, Sms::to)),
                query.text("From").map(wanted -> number(wanted, Sms::from)),
                query.text("DateSent>").map(MessageFilter::notBefore),
                query.text("DateSent<").map(MessageFilter::notAfter),
                query.text("DateSent").map(day -> notBefore(day).and(notAfter(day))));
        return conditions.flatMap(Optional::stream).reduce(sms -> true, Predicate::and);
    }

    private static Predicate<Sms> number(String wanted, Function<Sms, String> number) {
        // A plus that was not encoded arrives as a space.
        var stripped = wanted.startsWith(" ") ? "+" + wanted.strip() : wanted;
        return sms -> number.apply(sms).equals(stripped);
    }

    private static Predicate<Sms> notBefore(String text) {
        var first = isDay(text) ? startOf(day(text)) : instant(text);
        return sms -> !sentOrCreated(sms).isBefore(first);
    }

    private static Predicate<Sms> notAfter(String text) {
        // A day counts to its end.
        var end = isDay(text) ? startOf(day(text).plusDays(1)) : instant(text).plusNanos(1);
        return sms -> sentOrCreated(sms).isBefore(end);
    }

    private static Instant sentOrCreated(Sms sms) {
        return sms.sentAt() == null ? sms.receivedAt() : sms.sentAt();
    }

    private static boolean isDay(String text) {
        return text.length() == "2026-11-21".length();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw noDate(text);
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw noDate(text);
        }
    }

    private static TwilioError noDate(String text) {
        return TwilioError.badRequest(20001, "DateSent is a date or an ISO 8601 date-time in UTC, not " + text);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
