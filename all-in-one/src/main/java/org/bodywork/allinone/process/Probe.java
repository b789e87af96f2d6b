package org.bodywork.allinone.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.function.BooleanSupplier;

/** Asks an address whether it serves. */
public record Probe(URI uri) {

    private static final int ANSWER_MILLIS = 2_000;
    private static final long PAUSE_MILLIS = 100;

    /** Waits for a 200 for as long as the condition holds, and tells whether one came. */
    public boolean awaitServing(BooleanSupplier worthWaiting) {
        try {
            while (worthWaiting.getAsBoolean()) {
                if (isServing()) {
                    return true;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    public boolean isServing() {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(ANSWER_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
