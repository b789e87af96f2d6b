package org.bodywork.platform.devservices.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.bodywork.platform.devservices.inbox.Inbox;
import org.bodywork.platform.devservices.inbox.Message;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.bodywork.platform.devservices.inbox.Recipients;
import org.bodywork.platform.devservices.web.Json;
import org.bodywork.platform.devservices.web.Reply;
import org.bodywork.platform.devservices.web.Request;
import org.bodywork.platform.devservices.web.Routes;

/** {@code GET /api/messages?to=&limit=}, newest first, and {@code DELETE /api/messages}. */
public final class MessagesApi {

    private final Inbox inbox;

    public MessagesApi(Inbox inbox) {
        this.inbox = inbox;
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/api/messages", this::list).on("DELETE", "/api/messages", request -> clear());
    }

    private Reply list(Request request) {
        Predicate<Message> wanted =
                request.query().text("to").map(Recipients::is).orElse(message -> true);
        int limit = request.query().number("limit", Integer.MAX_VALUE);
        var found = inbox.newestFirst(wanted);
        var items = found.subList(0, Math.min(limit, found.size()));
        return Reply.streamed("application/json", out -> write(items, out));
    }

    /** One message at a time: all of them unpacked at once would not fit into this process's memory. */
    private static void write(List<Message> items, OutputStream out) throws IOException {
        out.write(ascii("{\"items\":["));
        var separator = "";
        for (var item : items) {
            out.write(ascii(separator));
            out.write(Json.SPARSE.writeValueAsBytes(MessageView.of(item)));
            separator = ",";
        }
        out.write(ascii("]}"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Reply clear() {
        inbox.clear();
        return Reply.empty();
    }
}
