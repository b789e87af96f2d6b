package org.bodywork.allinone.benchmark;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a service took to answer, by its own timer: from a request's arrival until its answer was handed to the
 * network.
 *
 * @param within for each number of seconds, how many answers took no longer
 */
record ServedTimes(SortedMap<Double, Long> within) {

    private static final Pattern BUCKET =
            Pattern.compile("http_server_requests_seconds_bucket\\{(.*)le=\"([^\"]+)\"[^}]*} (\\S+)");

    /**
     * Reads a service's metrics.
     *
     * @param path as the service's routes name it
     */
    static ServedTimes of(String metrics, String path) {
        SortedMap<Double, Long> within = new TreeMap<>();
        Matcher bucket = BUCKET.matcher("");
        for (String line : metrics.lines().toList()) {
            if (bucket.reset(line).matches() && line.contains("uri=\"" + path + "\"")) {
                double seconds =
                        bucket.group(2).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bucket.group(2));
                within.merge(seconds, (long) Double.parseDouble(bucket.group(3)), Long::sum);
            }
        }
        return new ServedTimes(within);
    }

    ServedTimes since(ServedTimes earlier) {
        SortedMap<Double, Long> fresh = new TreeMap<>();
        within.forEach((seconds, count) -> fresh.put(seconds, count - earlier.within.getOrDefault(seconds, 0L)));
        return new ServedTimes(fresh);
    }

    /** The timer's next step above what so many of a hundred took. */
    Duration percentile(int ofHundred) {
        long all = within.isEmpty() ? 0 : within.lastEntry().getValue();
        if (all == 0) {
            throw new IllegalStateException("nothing was timed");
        }
        double wanted = all * ofHundred / 100.0;
        double seconds = within.entrySet().stream()
                .filter(step -> step.getValue() >= wanted)
                .mapToDouble(step -> step.getKey())
                .findFirst()
                .orElseThrow();
        return Double.isInfinite(seconds) ? Duration.ofDays(1) : Duration.ofNanos(Math.round(seconds * 1e9));
    }

    @Override
    public String toString() {
        return "p50 at most %.1f ms, p99 at most %.1f ms"
                .formatted(percentile(50).toNanos() / 1e6, percentile(99).toNanos() / 1e6);
    }
}
