package org.bodywork.bookings.site;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.bodywork.platform.crypto.Digests;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Stylesheets, scripts and pictures of the site: every one that lies beside the pages, and those of others out of their
 * WebJars. They are read and packed when the service starts. An address changes with its content, so browsers keep it
 * for good.
 */
@RestController
@Hidden
class SiteAssets {

    private static final String FOLDER = "/assets/";
    private static final String OURS = "classpath:pages/*.";
    private static final String WEBJARS = "classpath*:META-INF/resources/webjars/";

    private static final Map<String, MediaType> TYPES = Map.of(
            "css", MediaType.parseMediaType("text/css;charset=UTF-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
            "svg", MediaType.parseMediaType("image/svg+xml"));

    /** Under the names pages use, where they lie in their WebJars, of whatever version. */
    private static final Map<String, String> OF_OTHERS = Map.of(
            "htmx.js", WEBJARS + "htmx.org/*/dist/htmx.min.js",
            "leaflet.js", WEBJARS + "leaflet/*/dist/leaflet.js",
            "leaflet.css", WEBJARS + "leaflet/*/dist/leaflet.css");

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final String GZIP = "gzip";
    private static final int DIGEST_SHOWN = 8;

    private final Map<String, Asset> assets = new HashMap<>();

    SiteAssets() {
        ResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        TYPES.keySet().stream()
                .flatMap(ending -> found(files, OURS + ending))
                .forEach(file -> add(Objects.requireNonNull(file.getFilename()), file));
        OF_OTHERS.forEach((name, place) -> add(
                name,
                found(files, place).findFirst().orElseThrow(() -> new IllegalStateException("nothing at " + place))));
    }

    /**
     * Where a page links to it.
     *
     * @param name such as {@code site.css}
     * @throws IllegalArgumentException where there is none of that name
     */
    public String path(String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset is called " + name);
        }
        return FOLDER + name + "?v=" + asset.version;
    }

    @GetMapping(FOLDER + "{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String v,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        Asset asset = Optional.ofNullable(assets.get(name))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        // While a newer version of the service takes over, its pages may ask an older one: nobody may keep that for
        // good.
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(asset.version.equals(v) ? FOR_GOOD : CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .contentType(asset.type);
        // Whoever weighs encodings is served by the server's own compression.
        return encodings != null && encodings.contains(GZIP) && !encodings.contains(";")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, GZIP).body(asset.packed)
                : answer.body(asset.plain);
    }

    private void add(String name, Resource file) {
        try {
            byte[] plain = file.getContentAsByteArray();
            String ending = name.substring(name.lastIndexOf('.') + 1);
            String version = Digests.sha256Base64Url(new String(plain, StandardCharsets.UTF_8))
                    .substring(0, DIGEST_SHOWN);
            assets.put(name, new Asset(Objects.requireNonNull(TYPES.get(ending)), plain, packed(plain), version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Resource> found(ResourcePatternResolver files, String place) {
        try {
            return Arrays.stream(files.getResources(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static final class Asset {

        private final MediaType type;
        private final byte[] plain;
        private final byte[] packed;
        private final String version;

        Asset(MediaType type, byte[] plain, byte[] packed, String version) {
            this.type = type;
            this.plain = plain;
            this.packed = packed;
            this.version = version;
        }
    }
}
