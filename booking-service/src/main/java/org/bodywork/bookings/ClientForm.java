package org.bodywork.bookings;

import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.platform.web.FieldFault;
import org.jspecify.annotations.Nullable;

/** Checks what a schema cannot say about how to reach somebody. */
public final class ClientForm {

    private ClientForm() {}

    public static Optional<EmailAddress> email(String given, String pointer, List<FieldFault> faults) {
        Optional<EmailAddress> email = EmailAddress.parse(given);
        if (email.isEmpty()) {
            faults.add(new FieldFault(pointer, "Must be an email address."));
        }
        return email;
    }

    /** In E.164 form; empty also where none is given. */
    public static Optional<String> phone(@Nullable String given, String pointer, List<FieldFault> faults) {
        if (given == null) {
            return Optional.empty();
        }
        Optional<String> phone = PhoneNumbers.e164(given);
        if (phone.isEmpty()) {
            faults.add(new FieldFault(
                    pointer, "Must be a phone number, from outside the United States with its country code."));
        }
        return phone;
    }
}
