package org.bodywork.bookings.appointment.adapter.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bodywork.bookings.ClientForm;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Who a client is and how to reach them; language and zone stay as the client gave them. */
@Body("correct-client")
record CorrectClientRequest(
        String name, String email, @Nullable String phone) {

    /**
     * What it makes of a client.
     *
     * @throws InvalidRequest with every fault found
     */
    UnaryOperator<Client> correction() {
        List<FieldFault> faults = new ArrayList<>();
        Optional<EmailAddress> address = ClientForm.email(email, "/email", faults);
        Optional<String> number = ClientForm.phone(phone, "/phone", faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return client ->
                new Client(name.strip(), address.orElseThrow(), number.orElse(null), client.language(), client.zone());
    }
}
