package org.bodywork.platform.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest extends HttpTest {

    @Test
    void asksForTwentyFromTheStart() {
        http.get()
                .uri("/orders")
                .exchange()
                .expectBody()
                .json("{'page': 0, 'size': 20, 'offset': 0}".replace('\'', '"'));
    }

    @Test
    void takesPageAndSize() {
        http.get()
                .uri("/orders?page=3&size=100")
                .exchange()
                .expectBody()
                .json("{'page': 3, 'size': 100, 'offset': 300}".replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1, /page",
        "page=1000001, /page",
        "page=99999999999999999999, /page",
        "page=1&page=2, /page",
        "page, /page",
        "page=٣, /page",
        "size=0, /size",
        "size=101, /size",
        "size=many, /size",
        "size=, /size",
        "size=1.0, /size"
    })
    void namesWhatIsOutOfRange(String query, String pointer) {
        http.get()
                .uri("/orders?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void namesBothAtOnce() {
        http.get()
                .uri("/orders?page=x&size=x")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
    }
}
