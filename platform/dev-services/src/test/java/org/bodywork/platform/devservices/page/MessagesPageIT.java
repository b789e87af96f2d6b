package org.bodywork.platform.devservices.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.platform.devservices.mail.Postman.TO;

import java.nio.charset.StandardCharsets;
import org.bodywork.platform.devservices.Calls;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.mail.Postman;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesPageIT {

    private static final String ATTACK = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";

    private final Messages messages = Messages.start(0, 0, 0);
    private final Postman postman = new Postman(messages.ports().smtp());
    private final Calls calls = new Calls(messages.ports().http());

    @AfterEach
    void stop() {
        messages.close();
    }

    @Test
    void showsTextHtmlInASandboxAndTheAttachment() throws Exception {
        postman.send("Confirmed", "See you", "<b>See you</b>", "visit.ics", bytes("BEGIN"));

        var page = calls.get("/").body();

        assertThat(page)
                .contains("<h2 dir=\"auto\">Confirmed</h2>")
                .contains("<pre dir=\"auto\">See you</pre>")
                .contains("src=\"/messages/1/html\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .contains("<a href=\"/messages/1/attachments/0\">visit.ics</a>");
    }

    @Test
    void letsNothingInAMessageBecomeMarkup() throws Exception {
        postman.send(ATTACK, ATTACK, ATTACK, ATTACK, bytes("file"));

        var page = calls.get("/").body();

        assertThat(page)
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert")
                .doesNotContain("<img");
    }

    @Test
    void letsNothingInTheFilterBecomeMarkup() throws Exception {
        postman.sendText(TO, "Hello", "text");

        var page = calls.get("/?to=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body();
        var places = calls.get("/?to=%7B%7Bmessages%7D%7D").body();

        assertThat(page).contains("value=\"&quot;&gt;&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(places).contains("value=\"{{messages}}\"");
    }

    @Test
    void forbidsScriptsOfOthersByPolicy() throws Exception {
        var policy =
                calls.get("/").headers().firstValue("Content-Security-Policy").orElse("");

        assertThat(policy)
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void theHtmlOfAMailIsServedWithoutScriptsOrNetwork() throws Exception {
        postman.send("Confirmed", "text", "<script>alert(1)</script>", "visit.ics", bytes("BEGIN"));

        var html = calls.get("/messages/1/html");

        assertThat(html.body()).endsWith("<script>alert(1)</script>");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'")
                .endsWith("sandbox allow-popups allow-popups-to-escape-sandbox")
                .doesNotContain("script-src");
    }

    @Test
    void anAttachmentIsDownloadedUnderItsName() throws Exception {
        postman.send("Confirmed", "text", "<b>text</b>", "für \"Ana\".ics", bytes("BEGIN"));

        var file = calls.get("/messages/1/attachments/0");

        assertThat(file.body()).isEqualTo("BEGIN");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''f%C3%BCr%20%22Ana%22.ics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/messages/1/attachments/1",
                "/messages/1/attachments/x",
                "/messages/9/html",
                "/messages/x/html",
                "/messages/99999999999999999999/html",
                "/nothing"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        postman.send("Confirmed", "text", "<b>text</b>", "visit.ics", bytes("BEGIN"));

        assertThat(calls.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void filtersByPartOfARecipient() throws Exception {
        postman.sendText("ana@example.com", "For Ana", "text");
        postman.sendText("ben@example.com", "For Ben", "text");

        var page = calls.get("/?to=BEN").body();

        assertThat(page).contains("For Ben").doesNotContain("For Ana");
    }

    @Test
    void leadsToOlderMessages() throws Exception {
        for (int i = 1; i <= 51; i++) {
            postman.sendText(TO, "Mail " + i + ".", "text");
        }

        var first = calls.get("/").body();
        var second = calls.get("/?to=&from=50").body();

        assertThat(first)
                .contains("href=\"/?to=&amp;from=50\"")
                .contains("Mail 51.")
                .doesNotContain("Mail 1.");
        assertThat(second).contains("Mail 1.").doesNotContain("Mail 2.").contains("Newer messages");
    }

    @Test
    void saysSoWhenThereIsNothing() throws Exception {
        assertThat(calls.get("/").body()).contains("No messages yet.");
    }

    @Test
    void theJsonListsExactlyTheRecipientsMessagesNewestFirst() throws Exception {
        postman.sendText(TO, "First", "text");
        postman.sendText("di" + TO, "For somebody else", "text");
        postman.sendText(TO, "Second", "text");

        var items = Calls.json(calls.get("/api/messages?to=ANA@example.com")).get("items");

        assertThat(items.findValuesAsString("subject")).containsExactly("Second", "First");
        assertThat(items.get(0).get("receivedAt").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(items.get(0).has("sid")).isFalse();
    }

    @Test
    void theJsonStopsAtTheLimit() throws Exception {
        postman.sendText(TO, "First", "text");
        postman.sendText(TO, "Second", "text");

        var items = Calls.json(calls.get("/api/messages?limit=1")).get("items");

        assertThat(items.findValuesAsString("subject")).containsExactly("Second");
    }

    @Test
    void deletingForgetsEverything() throws Exception {
        postman.sendText(TO, "Hello", "text");

        assertThat(calls.delete("/api/messages").statusCode()).isEqualTo(204);

        assertThat(Calls.json(calls.get("/api/messages")).get("items").isEmpty())
                .isTrue();
    }

    @Test
    void aMethodThatDoesNotFitIsRefused() throws Exception {
        assertThat(calls.delete("/").statusCode()).isEqualTo(405);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
