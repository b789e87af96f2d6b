package org.bodywork.bookings.appointment.adapter.web;

import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.ClientForm;
import org.bodywork.bookings.appointment.adapter.web.BookRequest.CompanionFields;
import org.bodywork.bookings.appointment.application.CompanionRequest;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Treated;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Checks what a schema cannot say about the second person of a visit for two. */
final class Companions {

    private static final FieldFault SAME_THERAPIST =
            new FieldFault("/companion/therapistId", "Must be another therapist than the client's.");

    private Companions() {}

    /** Fails with {@link InvalidRequest} where one therapist is to treat both at once. */
    static void requireTwoTherapists(List<Treated> treated) {
        if (treated.size() > 1
                && treated.getFirst().therapist().equals(treated.getLast().therapist())) {
            throw new InvalidRequest(List.of(SAME_THERAPIST));
        }
    }

    /**
     * Who is to come along; empty for nobody.
     *
     * @param faults gets every fault found
     */
    static Optional<CompanionRequest> read(BookRequest request, IntakeForm form, List<FieldFault> faults) {
        CompanionFields fields = request.companion();
        if (fields == null) {
            return Optional.empty();
        }
        Treated treated = new Treated(TherapistId.of(fields.therapistId()), TreatmentId.of(fields.treatmentId()));
        if (request.therapistId() != null
                && TherapistId.of(request.therapistId()).equals(treated.therapist())) {
            faults.add(SAME_THERAPIST);
        }
        return Optional.of(new CompanionRequest(
                fields.name().strip(),
                email(fields.email(), faults),
                treated,
                fields.intake() == null ? null : form.given(fields.intake())));
    }

    private static @Nullable EmailAddress email(@Nullable String given, List<FieldFault> faults) {
        return given == null
                ? null
                : ClientForm.email(given, "/companion/email", faults).orElse(null);
    }
}
