package org.bodywork.bookings.editing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads treatments, the rules of booking and the licence as they were typed. */
final class TypedOffer {

    private final TypedFields fields;

    TypedOffer(TypedFields fields) {
        this.fields = fields;
    }

    List<Treatment> treatments(JsonNode treatments) {
        List<Treatment> read = new ArrayList<>();
        for (int at = 0; at < treatments.size(); at++) {
            JsonNode given = treatments.get(at);
            String pointer = "/treatments/" + at;
            int faultsBefore = fields.faults().size();
            Duration length = fields.minutes(given, "minutes", pointer, 5, 480);
            Duration buffer = fields.minutes(given, "bufferMinutes", pointer, 0, 120);
            String price = price(given, pointer);
            if (given.path("name").asString("").isBlank()) {
                fields.wrong(pointer + "/name", "editing.fault.missing");
            }
            if (fields.faults().size() == faultsBefore) {
                read.add(treatment(given, length, buffer, price));
            }
        }
        return read;
    }

    private static Treatment treatment(JsonNode given, Duration length, Duration buffer, String price) {
        Set<String> rooms = new HashSet<>();
        given.path("rooms").forEach(room -> rooms.add(room.asString("")));
        return new Treatment(
                // A new one has no id yet.
                TreatmentId.of(given.path("id").asString(UUID.randomUUID().toString())),
                given.path("name").asString(""),
                length,
                buffer,
                new Money(price, "USD"),
                given.path("roomNeeded").asBoolean(false),
                ForClients.valueOf(given.path("clients").asString("any").toUpperCase(Locale.ROOT)),
                rooms);
    }

    private String price(JsonNode treatment, String pointer) {
        String amount = treatment.path("price").path("amount").asString("");
        try {
            if (new BigDecimal(amount).signum() >= 0 && amount.matches("[0-9]{1,6}\\.[0-9]{2}")) {
                return amount;
            }
        } catch (NumberFormatException none) {
            // Told below.
        }
        fields.wrong(pointer + "/price/amount", "editing.fault.price");
        return "";
    }

    BookingRules rules(JsonNode rules) {
        String pointer = "/rules";
        Duration notice = fields.minutes(rules, "noticeMinutes", pointer, 0, 86_400);
        int horizon = fields.number(rules, "horizonDays", pointer, 1, 365);
        Duration grid = fields.minutes(rules, "gridMinutes", pointer, 5, 240);
        Duration waits = fields.minutes(rules, "requestMinutes", pointer, 5, 20_160);
        Duration cutoff = fields.minutes(rules, "cancellationCutoffMinutes", pointer, 0, 86_400);
        DayLimits limits = new DayLimits(
                rules.has("visitsADay") ? Integer.valueOf(fields.number(rules, "visitsADay", pointer, 1, 50)) : null,
                rules.has("handsOnMinutesADay") ? fields.minutes(rules, "handsOnMinutesADay", pointer, 5, 1440) : null,
                inARow(rules.path("inARow"), pointer + "/inARow"));
        return new BookingRules(
                rules.path("instant").asBoolean(false),
                notice,
                horizon,
                grid,
                waits,
                cutoff,
                rules.path("feeText").asString(""),
                limits);
    }

    private DayLimits.@Nullable InARow inARow(JsonNode given, String pointer) {
        return given.isMissingNode()
                ? null
                : new DayLimits.InARow(
                        fields.minutes(given, "handsOnMinutes", pointer, 5, 1440),
                        fields.minutes(given, "breakMinutes", pointer, 5, 1440));
    }

    /** Until when the one that is required runs; null where none is. */
    @Nullable LocalDate licence(JsonNode credentials) {
        LocalDate expires = null;
        for (int at = 0; at < credentials.size(); at++) {
            JsonNode given = credentials.get(at);
            if (given.path("required").asBoolean(false)) {
                expires = fields.date(given, "expires", "/credentials/" + at);
            }
        }
        return expires;
    }
}
