package org.bodywork.bookings.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bodywork.bookings.site.FormToken;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * What somebody typed into a form that could not be followed, because its session has ended. It goes back to them in the page
 * that says so, to be looked at and sent once more; it is stored nowhere.
 *
 * @param action where it was sent
 * @param fields all of it but the token of the old session
 */
record KeptForm(String action, List<Field> fields) {

    /** What a page puts into its own forms. */
    private static final Set<String> OUR_OWN = Set.of("version", "key", "do", "accept");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Empty unless the browser says that a page of this very site has sent it. */
    static Optional<KeptForm> of(ServerWebExchange exchange, MultiValueMap<String, String> form) {
        String path = exchange.getRequest().getPath().value();
        boolean ours = "same-origin".equals(exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site"))
                && ConsolePath.of(path).value().equals(path);
        List<Field> fields = form.entrySet().stream()
                .filter(field -> !field.getKey().equals(FormToken.FIELD))
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList();
        return ours && !fields.isEmpty()
                ? Optional.of(new KeptForm(new ConsolePath(path).in(SiteLanguage.of(exchange, null)), fields))
                : Optional.empty();
    }

    /** What the page shows of it. */
    public List<String> typed() {
        return fields.stream()
                .filter(field -> !OUR_OWN.contains(field.name()))
                .map(Field::value)
                .filter(value -> !value.isBlank() && !ID.matcher(value).matches())
                .toList();
    }

    /** Says nothing of what was typed. */
    @Override
    public String toString() {
        return "a form";
    }

    record Field(String name, String value) {

        @Override
        public String toString() {
            return name;
        }
    }
}
