package org.bodywork.bookings.appointment.adapter.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.adapter.web.TypedBookings.What;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.site.FormFields;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody has typed into the pages of booking so far. Each page carries along what the others asked, so that
 * nothing is kept here before the booking, and nothing is lost.
 */
record TypedBooking(MultiValueMap<String, String> form) {

    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String PHONE = "phone";
    static final String BY_EMAIL = "byEmail";
    static final String BY_TEXT = "byText";
    static final String NOTE = "note";

    /** What the first page asks, in its order. */
    static final List<String> CONTACT = List.of(NAME, EMAIL, PHONE, BY_EMAIL, BY_TEXT, NOTE);

    /** What is to be booked, for the case that the hold is gone. */
    static final String THERAPIST = "therapist";

    static final String TREATMENT = "treatment";
    static final String START = "start";

    private static final String ANSWERED = "answered";
    private static final String YES = "yes";

    /** What a page shows. */
    enum Step {
        CONTACT,
        QUESTIONS,
        REVIEW,
        /** Other times, in place of one that is taken. */
        TIMES
    }

    /** Before anything is typed. Mail about the visit is what most people expect, and it says how to stop it. */
    static TypedBooking nothing() {
        TypedBooking typed = new TypedBooking(new LinkedMultiValueMap<>());
        typed.form.add(BY_EMAIL, YES);
        return typed;
    }

    String line(String name) {
        return FormFields.line(form, name);
    }

    boolean ticked(String name) {
        return line(name).equals(YES);
    }

    /** Which of its pages it was sent from. */
    Step step() {
        return Arrays.stream(Step.values())
                .filter(step -> step.name().equals(line("step")))
                .findFirst()
                .orElse(Step.CONTACT);
    }

    /** The button that was pressed. */
    String go() {
        return line("go");
    }

    /** Another time that was chosen. */
    Optional<Instant> taken() {
        return TypedTimes.start(line("take"));
    }

    /** Whether the questions were answered, and not put off. */
    boolean answered() {
        return line(ANSWERED).equals(YES);
    }

    /** The same with the questions answered now, or not. */
    TypedBooking answered(boolean now) {
        MultiValueMap<String, String> same = new LinkedMultiValueMap<>(form);
        same.set(ANSWERED, now ? YES : "later");
        return new TypedBooking(same);
    }

    /** What is to be booked, as the page carried it along; empty where it does not say. */
    Optional<What> what(AppointmentId hold) {
        return PathIds.uuid(line(THERAPIST))
                .flatMap(therapist -> PathIds.uuid(line(TREATMENT))
                        .flatMap(treatment -> TypedTimes.start(line(START))
                                .map(start -> new What(therapist, treatment, start.toString(), hold.toString()))));
    }

    /** Everything that the page at this step does not ask itself. */
    List<Carried> carried(Step step, List<String> questions) {
        List<Carried> carried = new ArrayList<>();
        if (step != Step.CONTACT) {
            add(CONTACT, carried);
        }
        if (step != Step.QUESTIONS) {
            add(questions, carried);
        }
        add(List.of(ANSWERED), carried);
        return carried;
    }

    private void add(Collection<String> names, List<Carried> carried) {
        names.forEach(name -> form.getOrDefault(name, List.of()).stream()
                .filter(value -> value != null && !value.isEmpty())
                .forEach(value -> carried.add(new Carried(name, value))));
    }

    /** Shows nothing of anybody. */
    @Override
    public String toString() {
        return "a booking";
    }

    /** A field that nobody sees. */
    record Carried(String name, String value) {

        @Override
        public String toString() {
            return name;
        }
    }
}
