package org.bodywork.notifications.notification.adapter.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.notice.NoticeSamples;
import org.bodywork.notifications.notification.adapter.wording.Previews.Preview;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.signin.CodeSamples;
import org.junit.jupiter.api.Test;

/** {@code docs/gallery.md} shows every message in both languages; {@code -Dgallery.write} writes it anew. */
class GalleryTest {

    private static final Path PAGE = Path.of("..", "docs", "gallery.md");

    @Test
    void isCurrent() throws IOException {
        String expected = gallery();
        if (System.getProperty("gallery.write") != null) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String gallery() {
        Previews previews = new Previews();
        StringJoiner page = new StringJoiner("\n\n", "", "\n");
        page.add("# Messages");
        page.add("""
                Every message that goes out, about an invented visit, in both languages; at the end the letters to staff
                that are about no one visit, and the code to sign in. The words lie in
                `notification-service/src/main/resources/messages`; this page is made from them, and a test fails when it is
                not: `mvn -pl notification-service test -Dtest=GalleryTest -Dgallery.write=true` makes it anew. Staff see the
                same, with the HTML, at `GET /api/message-previews/{kind}?language=es`.""");
        for (MessageKind kind : MessageKind.values()) {
            page.add("## " + kind);
            for (Language language : Language.values()) {
                page.add(section(previews.of(kind, language)));
            }
        }
        page.add("## AGENDA");
        for (Language language : Language.values()) {
            page.add(section(language, NoticeSamples.agenda(language)));
        }
        page.add("## CREDENTIAL_EXPIRING");
        for (Language language : Language.values()) {
            page.add(section(language, NoticeSamples.credential(language)));
        }
        page.add("## SIGN_IN_CODE");
        for (Language language : Language.values()) {
            EmailMessage code = CodeSamples.code(language);
            page.add(section(language.tag(), code.subject(), code.text()));
        }
        return page.toString();
    }

    private static String section(Language language, Letter letter) {
        return section(language.tag(), letter.subject(), letter.asText());
    }

    private static String section(String language, String subject, String text) {
        return """
                **%s · %s**

                ```text
                %s
                ```""".formatted(language, subject, text.strip());
    }

    private static String section(Preview preview) {
        return """
                **%s · %s**

                ```text
                %s
                ```

                SMS, %d characters, %d segment%s:

                ```text
                %s
                ```""".formatted(
                        preview.language(),
                        preview.email().subject(),
                        preview.email().text().strip(),
                        preview.sms().characters(),
                        preview.sms().segments(),
                        preview.sms().segments() == 1 ? "" : "s",
                        preview.sms().text());
    }
}
