package org.bodywork.bookings;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.util.MultiValueMap;

/** Reads the query parameters of a question and names each wrong one. */
public final class QueryParameters {

    private final MultiValueMap<String, String> given;
    private final List<FieldFault> faults = new ArrayList<>();

    public QueryParameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    public Optional<UUID> id(String name) {
        return one(name, "Must be one id.", QueryParameters::wholeId);
    }

    /** A parameter that must be there once; a reader that fails makes it a fault. */
    public <T> Optional<T> one(String name, String fault, Function<String, T> reader) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() == 1 && values.getFirst() != null) {
            try {
                return Optional.of(reader.apply(values.getFirst()));
            } catch (IllegalArgumentException | DateTimeException e) {
                // Told below, together with what is missing.
            }
        }
        fault(name, fault);
        return Optional.empty();
    }

    /** A parameter that may be left out; there once, or it is a fault. */
    public <T> Optional<T> optional(String name, String fault, Function<String, T> reader) {
        return given.containsKey(name) ? one(name, fault, reader) : Optional.empty();
    }

    /** A parameter that may come several times; each value must be readable. */
    public <T> Set<T> all(String name, String fault, Function<String, T> reader) {
        Set<T> read = new LinkedHashSet<>();
        for (String value : given.getOrDefault(name, List.of())) {
            try {
                read.add(reader.apply(Objects.requireNonNullElse(value, "")));
            } catch (IllegalArgumentException | DateTimeException e) {
                fault(name, fault);
                return Set.of();
            }
        }
        return read;
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    public void fault(String name, String fault) {
        faults.add(new FieldFault("/" + name, fault));
    }

    /**
     * To be called before anything read is used.
     *
     * @throws InvalidRequest with every fault found
     */
    public void refuseIfWrong() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    /** Only the full form: {@link UUID#fromString} alone takes abbreviations. */
    private static UUID wholeId(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("abbreviated");
        }
        return id;
    }
}
