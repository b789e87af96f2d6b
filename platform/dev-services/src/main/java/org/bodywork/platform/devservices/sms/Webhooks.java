package org.bodywork.platform.devservices.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bodywork.platform.devservices.web.Parameters;

/** Signed calls from the provider to its customer. */
final class Webhooks implements AutoCloseable {

    /** As long as Twilio waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(threads)
            .build();
    private final TwilioAccount account;

    Webhooks(TwilioAccount account) {
        this.account = account;
    }

    /**
     * Calls once, and once more where nobody listened.
     *
     * @return the customer's answer
     */
    HttpResponse<String> call(URI url, Map<String, String> parameters) throws IOException, InterruptedException {
        try {
            return post(url, parameters);
        } catch (ConnectException nobodyThere) {
            return post(url, parameters);
        }
    }

    private HttpResponse<String> post(URI url, Map<String, String> parameters)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header(Signature.HEADER, Signature.of(url, parameters, account.token()))
                .POST(HttpRequest.BodyPublishers.ofString(new Parameters(parameters).encoded()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
