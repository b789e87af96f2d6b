package org.bodywork.platform.devservices.sms;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bodywork.platform.devservices.web.BadRequest;
import org.bodywork.platform.devservices.web.Reply;
import org.bodywork.platform.devservices.web.Request;
import org.jspecify.annotations.Nullable;

/** {@code POST /control/inbound {from, to, body}}: somebody answers by SMS, and the provider tells its customer. */
final class InboundMessages {

    private final TwilioAccount account;
    private final Webhooks webhooks;
    private final OptOuts optOuts;
    private final Sids sids;
    private final URI url;

    InboundMessages(TwilioAccount account, Webhooks webhooks, OptOuts optOuts, Sids sids, URI url) {
        this.account = account;
        this.webhooks = webhooks;
        this.optOuts = optOuts;
        this.sids = sids;
        this.url = url;
    }

    Reply receive(Request request) {
        var wanted = request.json(Wanted.class);
        if (wanted.from() == null || wanted.to() == null || wanted.body() == null) {
            throw new BadRequest("from, to and body are needed");
        }
        optOuts.read(wanted.from(), wanted.body());
        return tell(sids.inbound(), wanted.from(), wanted.to(), wanted.body());
    }

    private Reply tell(String sid, String from, String to, String body) {
        try {
            var answer = webhooks.call(url, parameters(sid, from, to, body));
            return Reply.json(200, new Told(sid, answer.statusCode(), answer.body()));
        } catch (IOException e) {
            return Reply.text(502, "Nobody takes inbound messages at " + url + ": " + e);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Reply.text(503, "Stopping");
        }
    }

    private Map<String, String> parameters(String sid, String from, String to, String body) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("MessageSid", sid);
        parameters.put("SmsSid", sid);
        parameters.put("SmsMessageSid", sid);
        parameters.put("SmsStatus", "received");
        parameters.put("AccountSid", account.sid());
        parameters.put("From", from);
        parameters.put("To", to);
        parameters.put("Body", body);
        parameters.put("NumMedia", "0");
        parameters.put("NumSegments", String.valueOf(Segments.of(body)));
        parameters.put("ApiVersion", MessageResource.API_VERSION);
        return parameters;
    }

    record Wanted(
            @Nullable String from,
            @Nullable String to,
            @Nullable String body) {}

    /**
     * How the customer took it.
     *
     * @param status of its HTTP answer
     */
    record Told(String sid, int status, String answer) {}
}
