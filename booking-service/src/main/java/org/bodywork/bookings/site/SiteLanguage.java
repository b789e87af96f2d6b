package org.bodywork.bookings.site;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** A language the site is written in. */
public enum SiteLanguage {
    EN(Locale.US, "EEE d MMM, h:mm a vvvv", "EEE d MMM uuuu, h:mm a vvvv", "EEEE d MMMM"),
    ES(Locale.of("es", "US"), "EEE d MMM, h:mm a, vvvv", "EEE d MMM uuuu, h:mm a, vvvv", "EEEE d 'de' MMMM");

    /** What chooses it in an address. */
    public static final String PARAMETER = "lang";

    private static final List<Locale> WRITTEN =
            Arrays.stream(values()).map(SiteLanguage::locale).toList();

    private final Locale locale;
    private final DateTimeFormatter soon;
    private final DateTimeFormatter dated;
    private final DateTimeFormatter day;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter zone;

    SiteLanguage(Locale locale, String soon, String dated, String day) {
        this.locale = locale;
        this.soon = DateTimeFormatter.ofPattern(soon, locale);
        this.dated = DateTimeFormatter.ofPattern(dated, locale);
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.clock = DateTimeFormatter.ofPattern("h:mm a", locale);
        this.zone = DateTimeFormatter.ofPattern("vvvv", locale);
    }

    /**
     * What the reader chose, else what suits: the language the visit was booked in, else the browser's, else English.
     *
     * @param known the tag of a language the reader is known to have; null where nothing is known
     */
    public static SiteLanguage of(ServerWebExchange exchange, @Nullable String known) {
        return Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst(PARAMETER))
                .flatMap(SiteLanguage::ofTag)
                .or(() -> Optional.ofNullable(known).flatMap(SiteLanguage::ofTag))
                .orElseGet(() -> wishedBy(exchange));
    }

    private static Optional<SiteLanguage> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    private static SiteLanguage wishedBy(ServerWebExchange exchange) {
        try {
            List<Locale.LanguageRange> wishes =
                    exchange.getRequest().getHeaders().getAcceptLanguage();
            List<Locale> found = Locale.filter(wishes, WRITTEN);
            boolean spanishFirst =
                    !found.isEmpty() && found.getFirst().getLanguage().equals("es");
            return spanishFirst ? ES : EN;
        } catch (IllegalArgumentException malformed) {
            // A browser's settings are no fault of the reader.
            return EN;
        }
    }

    public String tag() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** Such as Tue 24 Nov, 10:00 AM Central Time: the place's time with its zone, wherever the reader is. */
    public String time(ZonedDateTime when) {
        return soon.format(when);
    }

    /** The same with its year, for lists that go far back. */
    public String timeAndYear(ZonedDateTime when) {
        return dated.format(when);
    }

    /** Such as Tuesday 24 November, above the times of that day. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** Such as 10:00 AM, where day and zone are said elsewhere. */
    public String clock(ZonedDateTime when) {
        return clock.format(when);
    }

    /** Such as Central Time. */
    public String zone(ZonedDateTime when) {
        return zone.format(when);
    }

    /** Such as $95.00. */
    public String money(String amount, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        return format.format(new BigDecimal(amount));
    }
}
