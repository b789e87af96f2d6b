package org.bodywork.platform.devservices.sms;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.bodywork.platform.devservices.web.Reply;

/** A refusal with one of Twilio's published error codes. */
final class TwilioError extends RuntimeException {

    private final int status;
    private final int code;

    private TwilioError(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static TwilioError notAuthenticated() {
        return new TwilioError(401, 20003, "Authenticate");
    }

    static TwilioError notFound(String path) {
        return new TwilioError(404, 20404, "The requested resource " + path + " was not found");
    }

    static TwilioError tooMany() {
        return new TwilioError(429, 20429, "Too Many Requests");
    }

    static TwilioError internal() {
        return new TwilioError(500, 20500, "Internal Server Error");
    }

    static TwilioError badRequest(int code, String message) {
        return new TwilioError(400, code, message);
    }

    static TwilioError optedOut() {
        return badRequest(21610, "Attempt to send to unsubscribed recipient");
    }

    Reply reply() {
        var reply = Reply.json(
                status,
                new Body(code, String.valueOf(getMessage()), "https://www.twilio.com/docs/errors/" + code, status));
        return status == 429 ? reply.with("Retry-After", "1") : reply;
    }

    record Body(
            int code,
            String message,
            @JsonProperty("more_info") String moreInfo,
            int status) {}
}
