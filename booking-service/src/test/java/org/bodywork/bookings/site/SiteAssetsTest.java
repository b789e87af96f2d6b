package org.bodywork.bookings.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

class SiteAssetsTest {

    private final SiteAssets assets = new SiteAssets();

    @ParameterizedTest
    @CsvSource({
        "site.css, text/css, --paper",
        "icon.svg, image/svg+xml, <svg",
        "htmx.js, text/javascript, htmx",
        "leaflet.js, text/javascript, Leaflet 1.9.4",
        "leaflet.css, text/css, .leaflet-container"
    })
    void servesOursAndThoseOfOthers(String name, String type, String content) {
        ResponseEntity<byte[]> answer = assets.asset(name, null, null);

        assertThat(answer.getHeaders().getContentType()).hasToString(type + withCharset(type));
        assertThat(text(answer)).contains(content);
    }

    @Test
    void areKeptForGoodUnderTheAddressOfTheirContent() {
        String path = assets.path("site.css");

        assertThat(path).matches("/assets/site\\.css\\?v=[A-Za-z0-9_-]{8}");
        String version = path.substring(path.indexOf('=') + 1);
        assertThat(assets.asset("site.css", version, null).getHeaders().getCacheControl())
                .isEqualTo("max-age=31536000, public, immutable");
    }

    @Test
    void areNotKeptUnderTheAddressOfOtherContent() {
        assertThat(assets.asset("site.css", "another1", null).getHeaders().getCacheControl())
                .isEqualTo("no-cache");
        assertThat(assets.asset("site.css", null, null).getHeaders().getCacheControl())
                .isEqualTo("no-cache");
    }

    @Test
    void comePackedToWhoeverReadsGzip() throws IOException {
        ResponseEntity<byte[]> packed = assets.asset("leaflet.js", null, "gzip, deflate, br, zstd");

        assertThat(packed.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        byte[] body = Objects.requireNonNull(packed.getBody());
        assertThat(body.length).isLessThan(50_000);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            assertThat(unpacked.readAllBytes())
                    .isEqualTo(assets.asset("leaflet.js", null, null).getBody());
        }
        assertThat(assets.asset("leaflet.js", null, "gzip;q=0").getHeaders().containsHeader("Content-Encoding"))
                .isFalse();
    }

    @Test
    void knowNothingElse() {
        assertThatThrownBy(() -> assets.asset("application.yaml", null, null))
                .isInstanceOf(ResponseStatusException.class);
        assertThatThrownBy(() -> assets.path("layout.html")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String withCharset(String type) {
        return type.startsWith("text/") ? ";charset=UTF-8" : "";
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
    }
}
