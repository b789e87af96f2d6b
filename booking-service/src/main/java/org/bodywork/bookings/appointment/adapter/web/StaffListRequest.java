package org.bodywork.bookings.appointment.adapter.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.application.StaffQuery.Position;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the query parameters of a staff list and names each wrong one; {@code after} is a place in the list. */
final class StaffListRequest {

    private static final int USUAL_SIZE = 20;
    private static final int MOST_SIZE = 100;

    private final MultiValueMap<String, String> parameters;
    private final List<FieldFault> faults = new ArrayList<>();

    private StaffListRequest(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    static StaffQuery read(MultiValueMap<String, String> parameters, Colleague asking) {
        return new StaffListRequest(parameters).query(asking);
    }

    static String write(Position position) {
        String text = position.start() + "|" + position.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private StaffQuery query(Colleague asking) {
        LocalDate from = one("from", "Must be one date, such as 2026-12-01.", QueryDates::date);
        LocalDate to = one("to", "Must be one date, such as 2026-12-07.", QueryDates::date);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(new FieldFault("/to", "Must not be before from."));
        }
        Position after = one("after", "Must be the next of an earlier answer.", StaffListRequest::position);
        Integer size = one("size", "Must be one whole number from 1 to 100.", StaffListRequest::size);
        Set<Status> statuses = statuses();
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return new StaffQuery(asking, from, to, statuses, after, size == null ? USUAL_SIZE : size);
    }

    private Set<Status> statuses() {
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        for (String name : parameters.getOrDefault("status", List.of())) {
            try {
                statuses.add(Status.valueOf(name));
            } catch (IllegalArgumentException e) {
                faults.add(new FieldFault("/status", "Must be one of " + List.of(Status.values()) + "."));
            }
        }
        return statuses;
    }

    private <T> @Nullable T one(String name, String fault, Function<String, T> reader) {
        List<String> given = parameters.getOrDefault(name, List.of());
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() == 1 && given.getFirst() != null) {
            try {
                return reader.apply(given.getFirst());
            } catch (IllegalArgumentException | DateTimeException e) {
                // Told below, as when it is there twice.
            }
        }
        faults.add(new FieldFault("/" + name, fault));
        return null;
    }

    /**
     * A place in a list.
     *
     * @throws IllegalArgumentException or DateTimeException when it is none that {@link #write} has named
     */
    static Position position(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no position");
        }
        return new Position(QueryDates.moment(parts[0]), AppointmentId.of(parts[1]));
    }

    private static Integer size(String text) {
        int size = Integer.parseInt(text);
        if (size < 1 || size > MOST_SIZE) {
            throw new IllegalArgumentException("out of range");
        }
        return size;
    }
}
