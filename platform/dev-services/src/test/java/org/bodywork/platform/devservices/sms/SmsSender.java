package org.bodywork.platform.devservices.sms;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.bodywork.platform.devservices.Calls;
import org.bodywork.platform.devservices.web.Parameters;
import tools.jackson.databind.JsonNode;

/** A customer of the provider: sends, fetches and lists as its account. */
record SmsSender(Calls calls, TwilioAccount account) {

    static final String TO = "+13145550100";
    static final String FROM = "+13145550199";

    HttpResponse<String> send(Map<String, String> changes) throws Exception {
        return Calls.send(sending(changes));
    }

    HttpResponse<String> sendWithin(Duration patience) throws Exception {
        return Calls.send(sending(Map.of()).timeout(patience));
    }

    private HttpRequest.Builder sending(Map<String, String> changes) {
        var form = new TreeMap<>(Map.of("To", TO, "From", FROM, "Body", "See you tomorrow"));
        form.putAll(changes);
        form.values().removeIf(String::isEmpty);
        return authenticated("/Messages.json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(new Parameters(form).encoded()));
    }

    JsonNode fetch(String sid) throws Exception {
        return Calls.json(Calls.send(authenticated("/Messages/" + sid + ".json")));
    }

    JsonNode list(String query) throws Exception {
        return Calls.json(Calls.send(authenticated("/Messages.json?" + query)));
    }

    private HttpRequest.Builder authenticated(String path) {
        var credentials = (account.sid() + ":" + account.token()).getBytes(StandardCharsets.UTF_8);
        return calls.request("/2010-04-01/Accounts/" + account.sid() + path)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
}
