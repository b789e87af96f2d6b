package org.bodywork.therapists.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, collected until all of it was read; each thing is told at its place. */
public final class Faults {

    private final List<FieldFault> found = new ArrayList<>();

    /** Nothing when the business does not allow the value. */
    public <T> @Nullable T read(String pointer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidValue invalid) {
            add(pointer, invalid.reason());
            return null;
        }
    }

    /** The whole of what was read; nothing when a part is not allowed, which was told at its own place. */
    public static <T> @Nullable T whole(Supplier<T> building) {
        try {
            return building.get();
        } catch (InvalidValue alreadyTold) {
            return null;
        }
    }

    /** Those that could be read. Takes how one is read, with its own pointer to name parts of it. */
    public <F, T> List<T> each(String pointer, List<F> items, BiFunction<F, String, @Nullable T> reading) {
        List<T> all = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            F item = items.get(at);
            String place = pointer + "/" + at;
            T value = read(place, () -> reading.apply(item, place));
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    public void check(String pointer, Runnable rule) {
        read(pointer, () -> {
            rule.run();
            return true;
        });
    }

    public void require(boolean holds, String pointer, String otherwise) {
        if (!holds) {
            add(pointer, otherwise);
        }
    }

    public void add(String pointer, String detail) {
        found.add(new FieldFault(pointer, detail));
    }

    /**
     * Ends the reading if anything is wrong.
     *
     * @throws InvalidRequest with all that was found
     */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidRequest(found);
        }
    }
}
