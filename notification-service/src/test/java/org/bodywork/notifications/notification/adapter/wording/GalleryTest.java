package org.bodywork.notifications.notification.adapter.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.notice.NoticeSamples;
import org.bodywork.notifications.notification.adapter.wording.Previews.Kind;
import org.bodywork.notifications.notification.adapter.wording.Previews.Preview;
import org.bodywork.notifications.notification.adapter.wording.Previews.SmsPreview;
import org.bodywork.notifications.signin.CodeSample;
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
        Previews previews =
                new Previews(List.of(NoticeSamples.agenda(), NoticeSamples.credential(), CodeSample.code()));
        StringJoiner page = new StringJoiner("\n\n", "", "\n");
        page.add("# Messages");
        page.add("""
                Every message that goes out, about an invented visit, in both languages; at the end the letters to staff
                that are about no one visit, and the code to sign in. The words lie in
                `notification-service/src/main/resources/messages`; this page is made from them, and a test fails when it is
                not: `mvn -pl notification-service test -Dtest=GalleryTest -Dgallery.write=true` makes it anew. Staff see the
                same, with the HTML, at `GET /api/message-previews/{kind}?language=es`.""");
        for (Kind kind : previews.kinds()) {
            page.add("## " + kind.kind());
            for (Language language : Language.values()) {
                page.add(section(previews.of(kind.kind(), language).orElseThrow()));
            }
        }
        return page.toString();
    }

    private static String section(Preview preview) {
        String email = """
                **%s · %s**

                ```text
                %s
                ```""".formatted(
                        preview.language(),
                        preview.email().subject(),
                        preview.email().text().strip());
        SmsPreview sms = preview.sms();
        return sms == null
                ? email
                : email + """


                SMS, %d characters, %d segment%s:

                ```text
                %s
                ```""".formatted(sms.characters(), sms.segments(), sms.segments() == 1 ? "" : "s", sms.text());
    }
}
