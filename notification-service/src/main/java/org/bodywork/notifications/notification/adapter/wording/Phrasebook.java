package org.bodywork.notifications.notification.adapter.wording;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bodywork.notifications.letter.GsmText;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.letter.Letter.Link;
import org.bodywork.notifications.letter.VisitTime;
import org.bodywork.notifications.letter.Words;
import org.bodywork.notifications.notification.adapter.wording.VisitFacts.Several;
import org.bodywork.notifications.notification.application.Occasion;
import org.bodywork.notifications.notification.domain.MessageKind;

/** Every message in one language: a file of words a kind, and what all letters share. */
final class Phrasebook {

    private final Language language;
    private final VisitTime time;
    private final Map<MessageKind, Words> messages = new EnumMap<>(MessageKind.class);
    private final Map<MessageKind, Words> ofSeries = new EnumMap<>(MessageKind.class);
    private final Words shared;
    private final Words facts;

    private Phrasebook(Language language, Function<String, Words> words) {
        this.language = language;
        this.time = new VisitTime(language.locale());
        this.shared = words.apply("letter");
        this.facts = words.apply("facts");
        for (MessageKind kind : MessageKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            messages.put(kind, words.apply(name));
            if (kind.speaksForASeries()) {
                ofSeries.put(kind, words.apply(name + "-of-series"));
            }
        }
    }

    /** Reads all files of a language; one that is missing ends the start. */
    static Phrasebook of(Language language) {
        return new Phrasebook(language, name -> Words.named(name, language));
    }

    /** As {@link #of}, from elsewhere. */
    static Phrasebook of(Language language, Function<String, Words> words) {
        return new Phrasebook(language, words);
    }

    VisitFacts facts(MessageKind kind, Occasion occasion) {
        return VisitFacts.of(kind, occasion, time);
    }

    Letter letter(MessageKind kind, VisitFacts visit, Optional<URI> map, Optional<URI> preferences) {
        Words words = words(kind, visit);
        List<Link> links = new ArrayList<>();
        links.add(new Link(words.has("link") ? words.line("link", visit) : shared.line("link", visit), visit.link()));
        visit.care().ifPresent(care -> links.add(new Link(words.line("care", visit), care)));
        map.ifPresent(place -> links.add(new Link(shared.line("map", visit), place)));
        return new Letter(
                language,
                words.line("subject", visit),
                shared.line("greeting", visit),
                words.paragraphs(visit),
                factsOf(visit),
                links,
                shared.line("closing", visit),
                preferences.map(page -> new Link(shared.line("preferences", visit), page)).stream()
                        .toList());
    }

    private List<Fact> factsOf(VisitFacts visit) {
        List<Fact> all = new ArrayList<>();
        List<String> several = visit.several().map(Several::visits).orElse(List.of());
        for (int number = 1; number <= several.size(); number++) {
            all.add(new Fact(String.valueOf(number), several.get(number - 1)));
        }
        facts.lines(visit).forEach((label, value) -> all.add(new Fact(label, value)));
        return List.copyOf(all);
    }

    /** In one segment where names and links are of ordinary length: else the practice is called by a shorter name. */
    String sms(MessageKind kind, VisitFacts visit) {
        String whole = GsmText.fold(words(kind, visit).line("sms", visit));
        int excess = GsmText.places(whole) - GsmText.ONE_SEGMENT;
        String practice = visit.practice();
        if (excess <= 0 || practice.length() - excess < ShortName.LEAST) {
            return whole;
        }
        String shorter = ShortName.of(practice, practice.length() - excess);
        return GsmText.fold(words(kind, visit).line("sms", visit.callingThePractice(shorter)));
    }

    /** What a calendar calls the visit. */
    String calendarTitle(VisitFacts visit) {
        return shared.line("calendar", visit);
    }

    private Words words(MessageKind kind, VisitFacts visit) {
        return Objects.requireNonNull((visit.several().isPresent() ? ofSeries : messages).get(kind));
    }
}
