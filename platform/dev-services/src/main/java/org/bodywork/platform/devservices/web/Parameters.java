package org.bodywork.platform.devservices.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names and values of a query or a form; of a repeated name the first counts. */
public record Parameters(Map<String, String> values) {

    private static final Pattern PAIRS = Pattern.compile("&");

    static Parameters parse(@Nullable String encoded) {
        var values = new LinkedHashMap<String, String>();
        if (encoded != null) {
            PAIRS.splitAsStream(encoded).forEach(pair -> put(values, pair));
        }
        return new Parameters(values);
    }

    private static void put(Map<String, String> values, String pair) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        values.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("Not URL-encoded: " + e.getMessage());
        }
    }

    /** The value unless it is missing or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * The value as a number that is not negative.
     *
     * @throws BadRequest when it is none
     */
    public int number(String name, int otherwise) {
        return text(name).map(value -> number(name, value)).orElse(otherwise);
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new BadRequest(name + " needs a whole number.");
        }
        return Integer.parseInt(value);
    }

    /** As it goes into a query or a form. */
    public String encoded() {
        return values.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
