package org.bodywork.bookings.diary;

import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.PhoneNumbers;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.site.FormFields;
import org.springframework.util.MultiValueMap;

/**
 * Who a client is and how to reach them, as somebody of the staff types it.
 *
 * @param phone in E.164 form; empty where none is given
 */
record TypedClient(String name, EmailAddress email, Optional<String> phone) {

    private static final int LONGEST_NAME = 100;

    /**
     * Reads it from a form. The first phone number of all reads the rules of its country from the class path.
     *
     * @param needsPhone whether it cannot do without a number
     * @param faults gets the key of a sentence for each wrong field; with any of them it is empty
     */
    static Optional<TypedClient> read(
            MultiValueMap<String, String> form, boolean needsPhone, Map<String, String> faults) {
        String name = FormFields.line(form, "name");
        boolean named = name.length() <= LONGEST_NAME && Reasons.isOne(name);
        if (!named) {
            faults.put("name", "new.no-name");
        }
        Optional<EmailAddress> email = EmailAddress.parse(FormFields.line(form, "email"));
        if (email.isEmpty()) {
            faults.put("email", "sign-in.no-address");
        }
        String typed = FormFields.line(form, "phone");
        Optional<String> phone = typed.isEmpty() ? Optional.empty() : PhoneNumbers.e164(typed);
        boolean reachable = phone.isPresent() || (typed.isEmpty() && !needsPhone);
        if (!reachable) {
            faults.put("phone", typed.isEmpty() ? "new.phone-needed" : "new.no-phone");
        }
        return named && reachable ? email.map(address -> new TypedClient(name, address, phone)) : Optional.empty();
    }

    /** Says nothing of anybody. */
    @Override
    public String toString() {
        return "a client";
    }
}
