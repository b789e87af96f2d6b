package org.bodywork.bookings.appointment.adapter.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.bookings.ClientForm;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.web.BodyReader;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes of what was typed the same booking that the API takes, or says what is wrong with it, all at once. */
@Component
final class TypedBookings {

    private static final String INTAKE = "/intake/";

    /** Where the booking has what a page asks. */
    private static final Map<String, String> FIELDS = Map.of(
            "/client/name", TypedBooking.NAME,
            "/client/email", TypedBooking.EMAIL,
            "/client/phone", TypedBooking.PHONE,
            "/note", TypedBooking.NOTE);

    private final IntakeQuestions questions;
    private final BodyReader reader;

    TypedBookings(IntakeQuestions questions, BodyReader reader) {
        this.questions = questions;
        this.reader = reader;
    }

    /**
     * A booking, or the reasons why it is none.
     *
     * @param request null where anything is wrong
     * @param faults of the first page: the field, and the message that says what is wrong with it, in order
     * @param wrongAnswers the questions whose answers do not fit
     */
    record Checked(@Nullable BookRequest request, Map<String, String> faults, Set<String> wrongAnswers) {}

    /**
     * Checks what was typed. Reading a phone number may block the first time.
     *
     * @param withAnswers whether the answers go with it
     */
    Checked check(TypedBooking typed, What what, SiteLanguage language, boolean withAnswers) {
        List<FieldFault> found = new ArrayList<>();
        BookRequest request = null;
        try {
            byte[] body = body(typed, what, language, withAnswers).toString().getBytes(StandardCharsets.UTF_8);
            request = reader.read(body, BookRequest.class);
        } catch (InvalidRequest wrong) {
            found.addAll(wrong.faults());
        }
        ClientForm.email(typed.line(TypedBooking.EMAIL), "/client/email", found);
        String phone = typed.line(TypedBooking.PHONE);
        if (!phone.isEmpty() || typed.ticked(TypedBooking.BY_TEXT)) {
            ClientForm.phone(phone, "/client/phone", found);
        }
        return new Checked(found.isEmpty() ? request : null, faults(found, phone), wrongAnswers(found));
    }

    /**
     * What is booked.
     *
     * @param start always written the same way: a repeated booking is recognised by it
     */
    record What(
            String therapist,
            String treatment,
            String start,
            @Nullable String hold) {

        static What of(Hold hold) {
            return new What(
                    hold.visit().part().therapist().toString(),
                    hold.visit().part().treatment().id().toString(),
                    hold.visit().start().toString(),
                    hold.id().toString());
        }
    }

    private ObjectNode body(TypedBooking typed, What what, SiteLanguage language, boolean withAnswers) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("therapistId", what.therapist())
                .put("treatmentId", what.treatment())
                .put("start", what.start());
        if (what.hold() != null) {
            body.put("holdId", what.hold());
        }
        ObjectNode client = body.putObject("client");
        client.put("name", typed.line(TypedBooking.NAME))
                .put("email", typed.line(TypedBooking.EMAIL))
                .put("locale", language.tag());
        putUnlessEmpty(client, "phone", typed.line(TypedBooking.PHONE));
        body.putObject("consent")
                .put("email", typed.ticked(TypedBooking.BY_EMAIL))
                .put("sms", typed.ticked(TypedBooking.BY_TEXT));
        putUnlessEmpty(body, "note", typed.line(TypedBooking.NOTE));
        if (withAnswers) {
            body.set("intake", questions.answers(typed.form()));
        }
        return body;
    }

    private static void putUnlessEmpty(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static Map<String, String> faults(List<FieldFault> found, String phone) {
        Set<String> wrong = found.stream()
                .map(fault -> FIELDS.getOrDefault(fault.pointer(), ""))
                .collect(Collectors.toSet());
        Map<String, String> faults = new LinkedHashMap<>();
        TypedBooking.CONTACT.stream()
                .filter(wrong::contains)
                .forEach(field -> faults.put(
                        field,
                        field.equals(TypedBooking.PHONE) && phone.isEmpty()
                                ? "book.fault.phone-needed"
                                : "book.fault." + field));
        return faults;
    }

    private static Set<String> wrongAnswers(List<FieldFault> found) {
        return found.stream()
                .map(FieldFault::pointer)
                .filter(pointer -> pointer.startsWith(INTAKE))
                .map(pointer -> pointer.substring(INTAKE.length()).split("/", -1)[0])
                .collect(Collectors.toSet());
    }
}
