package org.bodywork.allinone.terminal;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people type it: {@code 30m}, {@code +24h}, {@code 2d}, or as ISO-8601 has it, {@code PT24H}. */
public final class Span {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smhd])");

    private Span() {}

    /**
     * Reads a length of time.
     *
     * @throws Trouble when it cannot be read or does not lead forward
     */
    public static Duration parse(String typed) {
        String unsigned = typed.startsWith("+") ? typed.substring(1) : typed;
        Duration span = read(unsigned, typed);
        if (!span.isPositive()) {
            throw new Trouble("Business time only moves forward; \"%s\" does not.".formatted(typed));
        }
        return span;
    }

    private static Duration read(String unsigned, String typed) {
        Matcher parts = SHORT.matcher(unsigned);
        if (parts.matches()) {
            long count = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
        try {
            return Duration.parse(unsigned);
        } catch (DateTimeParseException e) {
            throw new Trouble("\"%s\" is no length of time; write 30m, 24h, 2d or PT24H.".formatted(typed), e);
        }
    }
}
