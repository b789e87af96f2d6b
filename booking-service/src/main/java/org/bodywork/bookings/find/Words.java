package org.bodywork.bookings.find;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.context.MessageSource;

/** What these pages say in one language, out of the bundles and out of what the language does to numbers and dates. */
final class Words {

    private final MessageSource messages;
    private final SiteLanguage language;

    Words(MessageSource messages, SiteLanguage language) {
        this.messages = messages;
        this.language = language;
    }

    SiteLanguage language() {
        return language;
    }

    /** Uses everything once. */
    void read() {
        ZonedDateTime sometime = Instant.EPOCH.atZone(ZoneId.of("America/Chicago"));
        say("no.such.word");
        tongue("en");
        money(new Money("95.50", "USD"));
        number(BigDecimal.TEN);
        date(sometime.toLocalDate());
        month(sometime.toLocalDate());
        dayAndMonth(sometime.toLocalDate());
        language.time(sometime);
        language.clock(sometime);
        language.zone(sometime);
    }

    /** A word of the directory that is newer than the bundles stands for itself. */
    String say(String key, Object... with) {
        String unknown = key.substring(key.lastIndexOf('.') + 1);
        return Objects.requireNonNull(messages.getMessage(key, with, unknown, language.locale()));
    }

    /** The words of one kind, such as {@code condition.back-pain}, one after the other. */
    String list(String kind, List<String> words) {
        return words.stream()
                .map(word -> say(kind + "." + word))
                .reduce((some, next) -> some + ", " + next)
                .orElse("");
    }

    /** Whole amounts without cents. */
    String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(Currency.getInstance(money.currency()));
        BigDecimal amount = new BigDecimal(money.amount());
        if (amount.stripTrailingZeros().scale() <= 0) {
            format.setMaximumFractionDigits(0);
        }
        return format.format(amount);
    }

    String number(BigDecimal number) {
        return NumberFormat.getInstance(language.locale()).format(number);
    }

    /** Such as Tue 24. */
    String day(LocalDate date) {
        return format("EEE d").format(date);
    }

    /** Such as Tue 24 Nov. */
    String dayAndMonth(LocalDate date) {
        return format("EEE d MMM").format(date);
    }

    /** Such as 24 Nov 2026. */
    String date(LocalDate date) {
        return format("d MMM uuuu").format(date);
    }

    /** Such as November 2026. */
    String month(LocalDate date) {
        return format("LLLL uuuu").format(date);
    }

    /** A language by its own primary subtag. */
    String tongue(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(language.locale());
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
