package org.bodywork.therapists.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.spring.WithServers;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RunningService
@WithServers(mongo = MongoBacking.EMBEDDED)
class GuideIT {

    @Autowired
    ServiceClient service;

    @Test
    void showsAPageToAnybody() {
        service.get("/api/guide/conditions/back-pain?lang=en")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_LANGUAGE, "en")
                .expectBody()
                .json("""
                        {"kind": "condition", "slug": "back-pain", "lang": "en", "title": "Back pain",
                         "related": {"modalities": ["deep-tissue", "hot-stone"],
                                     "conditions": ["spinal-stenosis", "muscle-tension"]},
                         "search": "/therapists?condition=back-pain"}
                        """)
                .jsonPath("$.summary")
                .isNotEmpty()
                .jsonPath("$.html")
                .value(
                        String.class,
                        html -> assertThat(html)
                                .contains("<h2>", "<a href=\"/therapists?condition=back-pain\">")
                                .doesNotContain("nofollow"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/guide, 29",
        "/api/guide/modalities, 7",
        "/api/guide/conditions, 13",
        "/api/guide/self-care, 6",
        "/api/guide/pages, 3"
    })
    void listsPagesWithoutTheirText(String path, int howMany) {
        service.get(path)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(howMany)
                .jsonPath("$.items[0].title")
                .isNotEmpty()
                .jsonPath("$.items[0].html")
                .doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/api/guide/modalities/swedish         | -                          | en",
                "/api/guide/modalities/swedish         | es-MX, en;q=0.5            | es",
                "/api/guide/modalities/swedish         | fr, es;q=0.4, en;q=0.2     | es",
                "/api/guide/modalities/swedish         | fr                         | en",
                "/api/guide/modalities/swedish         | *                          | en",
                "/api/guide/modalities/swedish         | ;;q=many                   | en",
                "/api/guide/modalities/swedish?lang=en | es                         | en",
                "/api/guide/modalities/swedish?lang=es | en                         | es",
                "/api/guide/self-care?lang=es          | en                         | es"
            })
    void speaksTheLanguageAskedFor(String uri, @Nullable String accepted, String answered) {
        service.http()
                .get()
                .uri(uri)
                .headers(headers -> {
                    if (accepted != null) {
                        headers.set(HttpHeaders.ACCEPT_LANGUAGE, accepted);
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_LANGUAGE, answered)
                .expectHeader()
                .value(HttpHeaders.VARY, vary -> assertThat(vary).contains(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/guide/modalities/reiki",
                "/api/guide/conditions/swedish",
                "/api/guide/pages/README",
                "/api/guide/recipes",
                "/api/guide/recipes/back-pain",
                "/api/guide/conditions/back-pain/more"
            })
    void knowsNothingOfOtherNames(String path) {
        service.http()
                .get()
                .uri(URI.create(service.base() + path))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/guide?lang=fr",
                "/api/guide/modalities?lang=",
                "/api/guide/modalities/swedish?lang=EN-us",
                "/api/guide/modalities/swedish?lang=en&lang=es"
            })
    void namesTheLanguageItRefuses(String uri) {
        service.get(uri)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lang");
    }

    @Test
    void sendsNothingTwiceToWhoKeptIt() {
        String english = tag(service.get("/api/guide/modalities/swedish?lang=en"));
        String spanish = tag(service.get("/api/guide/modalities/swedish?lang=es"));

        assertThat(spanish).isNotEqualTo(english);
        service.http()
                .get()
                .uri("/api/guide/modalities/swedish?lang=en")
                .header(HttpHeaders.IF_NONE_MATCH, english)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    private static String tag(ResponseSpec response) {
        return Objects.requireNonNull(response.expectBody(byte[].class)
                .returnResult()
                .getResponseHeaders()
                .getETag());
    }
}
