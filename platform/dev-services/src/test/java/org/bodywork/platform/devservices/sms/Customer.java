package org.bodywork.platform.devservices.sms;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bodywork.platform.devservices.web.HttpPort;
import org.bodywork.platform.devservices.web.Reply;
import org.bodywork.platform.devservices.web.Request;
import org.bodywork.platform.devservices.web.Routes;

/** Whom the provider calls back; keeps what it was told. */
final class Customer implements AutoCloseable {

    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final HttpPort port = HttpPort.open("127.0.0.1", 0, new Routes().on("POST", "/told", this::take));

    private Reply take(Request request) {
        calls.add(new Call(
                url().toString(),
                request.form().values(),
                request.header("X-Twilio-Signature").orElse("")));
        return Reply.text(200, "thanks");
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port.port() + "/told?shop=1&x=%C3%A9");
    }

    Call next() throws InterruptedException {
        return Objects.requireNonNull(calls.poll(10, TimeUnit.SECONDS), "nobody called within 10 s");
    }

    String nextStatus() throws InterruptedException {
        return Objects.requireNonNull(next().parameters().get("MessageStatus"));
    }

    @Override
    public void close() {
        port.close();
    }

    record Call(String url, Map<String, String> parameters, String signature) {

        /** As the provider's own library judges. */
        boolean isSignedWith(String token) {
            return new RequestValidator(token).validate(url, parameters, signature);
        }
    }
}
