package org.bodywork.notifications.consent;

import java.util.List;
import java.util.Locale;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.PerLanguage;
import org.bodywork.notifications.letter.Templates;
import org.bodywork.notifications.letter.Words;

/** The page on which a recipient chooses how to be reached. It names no address. */
final class ChoicePage {

    private static final String LAYOUT = Templates.read("layout/preferences.html");

    private final PerLanguage<Words> words = PerLanguage.of(language -> Words.named("preferences", language));

    /** What can be done about one channel. */
    enum State {
        /** They gave no address for it. */
        ABSENT,
        ALLOWED,
        STOPPED,
        /** Stopped, and not to be allowed again by a page. */
        LOCKED
    }

    String of(Language language, String token, State email, State sms) {
        return fill(
                language, true, List.of(row(language, Channel.EMAIL, email), row(language, Channel.SMS, sms)), token);
    }

    /** For a link that is none of ours. */
    String unknown(Language language) {
        return fill(language, false, List.of(), "");
    }

    private String fill(Language language, boolean known, List<Row> rows, String token) {
        Words said = words.in(language);
        Nothing nothing = new Nothing();
        return Templates.html(
                LAYOUT,
                new View(
                        language.locale().toLanguageTag(),
                        said.line("title", nothing),
                        said.line(known ? "intro" : "unknown", nothing),
                        known ? said.line("codes", nothing) : "",
                        SignedLinks.PREFERENCES + token,
                        rows.stream().filter(row -> row.state() != State.ABSENT).toList()));
    }

    private Row row(Language language, Channel channel, State state) {
        Words said = words.in(language);
        Nothing nothing = new Nothing();
        String name = channel.name().toLowerCase(Locale.ROOT);
        return new Row(
                channel.name(),
                state,
                said.line(name, nothing),
                said.line(state == State.ALLOWED ? "on" : "off", nothing),
                said.line(name + (state == State.ALLOWED ? "-stop" : "-allow"), nothing),
                state == State.LOCKED ? said.line(name + "-locked", nothing) : "",
                state != State.ALLOWED,
                state != State.LOCKED);
    }

    private record Nothing() {}

    private record View(String tag, String title, String intro, String codes, String action, List<Row> rows) {}

    /**
     * One channel.
     *
     * @param button what pressing it does
     * @param wish whether pressing it allows the channel
     */
    private record Row(
            String channel,
            State state,
            String name,
            String standing,
            String button,
            String locked,
            boolean wish,
            boolean open) {}
}
