package org.bodywork.allinone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServedTimesTest {

    private static final String EARLIER = """
            # TYPE http_server_requests_seconds histogram
            http_server_requests_seconds_bucket{method="GET",status="200",uri="/api/therapists",le="0.001"} 100
            http_server_requests_seconds_bucket{method="GET",status="200",uri="/api/therapists",le="0.01"} 100
            http_server_requests_seconds_bucket{method="GET",status="200",uri="/api/therapists",le="0.5"} 100
            http_server_requests_seconds_bucket{method="GET",status="200",uri="/api/therapists",le="+Inf"} 100
            """;

    private static final String LATER = """
            http_server_requests_seconds_bucket{method="GET",status="200",uri="/api/therapists",le="0.001"} 150
            http_server_requests_seconds_bucket{method="GET",status="200",uri="/api/therapists",le="0.01"} 198
            http_server_requests_seconds_bucket{method="GET",status="200",uri="/api/therapists",le="0.5"} 199
            http_server_requests_seconds_bucket{method="GET",status="200",uri="/api/therapists",le="+Inf"} 200
            http_server_requests_seconds_bucket{method="GET",status="200",uri="/yardstick",le="+Inf"} 9000
            """;

    @Test
    void tellsWhatWasServedInBetween() {
        ServedTimes between =
                ServedTimes.of(LATER, "/api/therapists").since(ServedTimes.of(EARLIER, "/api/therapists"));

        assertThat(between.percentile(50)).isEqualTo(Duration.ofMillis(1));
        assertThat(between.percentile(98)).isEqualTo(Duration.ofMillis(10));
        assertThat(between.percentile(99)).isEqualTo(Duration.ofMillis(500));
    }
}
