package org.bodywork.platform.web;

import org.junit.jupiter.api.Test;

class ForwardedRequestTest extends HttpTest {

    @Test
    void knowsTheClientBehindATrustedProxy() {
        http.get()
                .uri("/address")
                .header("X-Forwarded-For", "198.51.100.1, 10.2.3.4")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("198.51.100.1");
    }
}
