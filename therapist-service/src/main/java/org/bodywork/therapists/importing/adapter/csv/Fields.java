package org.bodywork.therapists.importing.adapter.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one record, by the grammar of RFC 4180. */
sealed interface Fields {

    record Complete(List<String> values) implements Fields {}

    /** The quote of this field, counted from 0, is not closed yet: the next line may close it. */
    record Open(int field) implements Fields {}

    record Malformed(int field, String reason) implements Fields {}

    static Fields of(String record) {
        return new Scan(record).fields();
    }

    /** One pass over a record. Scanning a field answers what is wrong with it, or nothing. */
    final class Scan {

        private final String text;
        private final List<String> values = new ArrayList<>();
        private int at;

        private Scan(String text) {
            this.text = text;
        }

        private Fields fields() {
            while (true) {
                Fields fault = quoted() ? scanQuoted() : scanPlain();
                if (fault != null) {
                    return fault;
                }
                if (at == text.length()) {
                    return new Complete(List.copyOf(values));
                }
                at++; // the comma
            }
        }

        private boolean quoted() {
            return at < text.length() && text.charAt(at) == '"';
        }

        private @Nullable Fields scanPlain() {
            int comma = text.indexOf(',', at);
            String value = text.substring(at, comma < 0 ? text.length() : comma);
            if (value.indexOf('"') >= 0) {
                return new Malformed(values.size(), "a quote inside a field that does not begin with one");
            }
            return add(value, at + value.length());
        }

        private @Nullable Fields scanQuoted() {
            StringBuilder value = new StringBuilder();
            int from = at + 1;
            while (true) {
                int quote = text.indexOf('"', from);
                if (quote < 0) {
                    return new Open(values.size());
                }
                value.append(text, from, quote);
                if (!text.startsWith("\"\"", quote)) {
                    return closed(value.toString(), quote + 1);
                }
                value.append('"');
                from = quote + 2;
            }
        }

        private @Nullable Fields closed(String value, int end) {
            if (end < text.length() && text.charAt(end) != ',') {
                return new Malformed(values.size(), "text after the closing quote");
            }
            return add(value, end);
        }

        private @Nullable Fields add(String value, int end) {
            values.add(value);
            at = end;
            return null;
        }
    }
}
