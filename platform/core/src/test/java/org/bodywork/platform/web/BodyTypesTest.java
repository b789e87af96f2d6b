package org.bodywork.platform.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

class BodyTypesTest {

    @Test
    void doesNotStartWithABodyThatIsReadLeniently() {
        assertThatThrownBy(() -> start(LenientApp.class)).hasStackTraceContaining("is not marked @Body");
    }

    @Test
    void doesNotStartWithoutABodysSchema() {
        assertThatThrownBy(() -> start(SchemalessApp.class))
                .hasStackTraceContaining("No usable schema at classpath:requests/forgotten.schema.json");
    }

    private static void start(Class<?> app) {
        SpringApplication.run(app, "--server.port=0", "--spring.main.banner-mode=off")
                .close();
    }

    @Import({WebApp.class, Lenient.class})
    static class LenientApp {}

    @Import({WebApp.class, Schemaless.class})
    static class SchemalessApp {}

    @RestController
    static class Lenient {
        @PostMapping("/lenient")
        void take(@RequestBody Mono<Map<String, Object>> anything) {}
    }

    @Body("forgotten")
    record Forgotten(String text) {}

    @RestController
    static class Schemaless {
        @PostMapping("/schemaless")
        void take(@RequestBody Forgotten forgotten) {}
    }
}
