package org.bodywork.notifications.notification.adapter.wording;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.notifications.letter.GsmText;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.LetterSample;
import org.bodywork.notifications.letter.PerLanguage;
import org.bodywork.notifications.letter.VisitTime;
import org.bodywork.notifications.notification.adapter.wording.VisitFacts.Changes;
import org.bodywork.notifications.notification.adapter.wording.VisitFacts.Several;
import org.bodywork.notifications.notification.adapter.wording.VisitFacts.Until;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.jspecify.annotations.Nullable;

/** Every message as it would read, about an invented visit; and what is told of no one visit. */
final class Previews {

    private static final ZonedDateTime START =
            Instant.parse("2026-11-24T16:00:00Z").atZone(ZoneId.of("America/Chicago"));

    private static final URI MAP = URI.create("https://www.google.com/maps/search/?api=1&query=38.612600,-90.321100");
    private static final URI PREFERENCES = URI.create("https://notify.example/preferences/invented");

    /** As long as real ones are. */
    private static final URI LINK = URI.create("https://book.example/manage/" + "x".repeat(43));

    private static final URI CARE = URI.create(LINK + "/after");

    private static final ZonedDateTime UNTIL = START.minusDays(1).withHour(14).withMinute(15);

    /** Follows the name of a kind that tells of several visits at once. */
    private static final String OF_SERIES = "_OF_SERIES";

    private final PerLanguage<Phrasebook> phrasebooks = PerLanguage.of(Phrasebook::of);
    private final List<LetterSample> others;

    /**
     * All there are.
     *
     * @param others what is told of no one visit
     */
    Previews(List<LetterSample> others) {
        this.others = List.copyOf(others);
    }

    /**
     * What can be shown.
     *
     * @param audience {@code CLIENT}, {@code STAFF}, or {@code ANYBODY} who signs in
     */
    record Kind(String kind, String audience) {}

    /**
     * One message.
     *
     * @param language such as {@code en}
     * @param sms none of what goes by email only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Preview(
            String kind,
            String audience,
            String language,
            EmailPreview email,
            @Nullable SmsPreview sms) {}

    record EmailPreview(String subject, String text, String html) {}

    /**
     * The same as a text message.
     *
     * @param segments how many the providers count and bill
     */
    record SmsPreview(String text, int characters, int segments) {}

    List<Kind> kinds() {
        return Stream.concat(
                        Arrays.stream(MessageKind.values()).flatMap(Previews::kindsOf),
                        others.stream().map(other -> new Kind(other.kind(), other.audience())))
                .toList();
    }

    private static Stream<Kind> kindsOf(MessageKind kind) {
        String audience = kind.audience().name();
        Stream<Kind> itself = Stream.of(new Kind(kind.name(), audience));
        return kind.speaksForASeries()
                ? Stream.concat(itself, Stream.of(new Kind(kind.name() + OF_SERIES, audience)))
                : itself;
    }

    /** Nothing where there is no such kind. */
    Optional<Preview> of(String kind, Language language) {
        Optional<Preview> ofAVisit = Arrays.stream(MessageKind.values())
                .filter(each -> kindsOf(each).anyMatch(shown -> shown.kind().equals(kind)))
                .findFirst()
                .map(each -> of(each, kind, language));
        return ofAVisit.or(() -> others.stream()
                .filter(other -> other.kind().equals(kind))
                .findFirst()
                .map(other -> of(other, language)));
    }

    private static Preview of(LetterSample sample, Language language) {
        Letter letter = sample.letter().apply(language);
        return new Preview(
                sample.kind(),
                sample.audience(),
                language.tag(),
                new EmailPreview(letter.subject(), letter.asText(), letter.asHtml()),
                null);
    }

    private Preview of(MessageKind kind, String shown, Language language) {
        Phrasebook phrasebook = phrasebooks.in(language);
        VisitFacts visit = invented(kind, !shown.equals(kind.name()), language);
        boolean toClient = kind.audience() == Audience.CLIENT;
        Letter letter = phrasebook.letter(
                kind,
                visit,
                toClient ? Optional.of(MAP) : Optional.empty(),
                toClient ? Optional.of(PREFERENCES) : Optional.empty());
        String sms = phrasebook.sms(kind, visit);
        return new Preview(
                shown,
                kind.audience().name(),
                language.tag(),
                new EmailPreview(letter.subject(), letter.asText(), letter.asHtml()),
                new SmsPreview(sms, sms.length(), GsmText.segments(sms)));
    }

    private static VisitFacts invented(MessageKind kind, boolean series, Language language) {
        VisitTime time = new VisitTime(language.locale());
        boolean toClient = kind.audience() == Audience.CLIENT;
        return new VisitFacts(
                toClient ? Optional.of("Ana López") : Optional.empty(),
                !toClient,
                "Ana López",
                "Maplewood Hands",
                Optional.of("June Park"),
                Optional.of("7300 Manchester Rd, Suite 2, Maplewood, MO 63143"),
                Optional.of("(314) 555-0142"),
                kind.isOfAPlan() ? Optional.empty() : Optional.of(time.of(START)),
                Optional.of(new Until(time.of(UNTIL), time.onTheWall(UNTIL))),
                series ? Optional.of(new Several("3", weekly(time))) : Optional.empty(),
                new Changes(Optional.of(time.of(START.minusHours(2))), true, false),
                false,
                LINK,
                kind == MessageKind.FOLLOW_UP ? Optional.of(CARE) : Optional.empty());
    }

    private static List<String> weekly(VisitTime time) {
        return Stream.iterate(START, start -> start.plusWeeks(1))
                .limit(3)
                .map(time::of)
                .toList();
    }
}
