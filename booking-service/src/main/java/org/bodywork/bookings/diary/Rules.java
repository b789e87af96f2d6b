package org.bodywork.bookings.diary;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.domain.Waiver;
import org.springframework.util.MultiValueMap;

/** The rules that staff may set aside, as a form names them. */
final class Rules {

    static final List<String> ALL =
            Arrays.stream(Waiver.values()).map(Waiver::name).toList();

    private static final String FIELD = "override";

    private Rules() {}

    /** Whatever else is sent names no rule. */
    static Set<Waiver> waived(MultiValueMap<String, String> form) {
        return form.getOrDefault(FIELD, List.of()).stream()
                .filter(ALL::contains)
                .map(Waiver::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why a time cannot be had. */
    static String words(Refusal.CannotBook cannot) {
        return switch (cannot.reason()) {
            case SLOT_TAKEN -> "visit.taken";
            case NOT_AN_OPENING -> "visit.no-opening";
        };
    }
}
