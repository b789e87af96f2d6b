package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Origin;
import org.bodywork.bookings.appointment.domain.SeriesPlace;
import org.bodywork.bookings.appointment.domain.Treated;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for; every field is well-formed.
 *
 * @param hold the time held for just this, if any is
 * @param intake the form, answered already
 * @param history what is remembered of a client who has proven who it is; nothing without proof
 * @param companion who is to be treated at the same time; null for a visit of one person
 * @param onBehalf the staff who ask for it; null for the client in person
 * @param heldFor what the time is held for; null where it is a visitor's hold, or none
 * @param series where it stands among visits that are booked together; null where it is booked by itself
 */
public record BookingRequest(
        TherapistId therapist,
        TreatmentId treatment,
        Instant start,
        @Nullable AppointmentId hold,
        Client client,
        boolean emailAgreed,
        boolean smsAgreed,
        @Nullable String note,
        @Nullable GivenIntake intake,
        ClientHistory history,
        @Nullable OnBehalf onBehalf,
        @Nullable HeldFor heldFor,
        @Nullable SeriesPlace series,
        @Nullable CompanionRequest companion) {

    /** On a visitor's hold, or none. */
    public BookingRequest(
            TherapistId therapist,
            TreatmentId treatment,
            Instant start,
            @Nullable AppointmentId hold,
            Client client,
            boolean emailAgreed,
            boolean smsAgreed,
            @Nullable String note,
            @Nullable GivenIntake intake,
            ClientHistory history,
            @Nullable OnBehalf onBehalf) {
        this(
                therapist,
                treatment,
                start,
                hold,
                client,
                emailAgreed,
                smsAgreed,
                note,
                intake,
                history,
                onBehalf,
                null,
                null,
                null);
    }

    /** The same for that person too. */
    public BookingRequest with(@Nullable CompanionRequest somebody) {
        return new BookingRequest(
                therapist,
                treatment,
                start,
                hold,
                client,
                emailAgreed,
                smsAgreed,
                note,
                intake,
                history,
                onBehalf,
                heldFor,
                series,
                somebody);
    }

    /** By whom the client is treated, and the companion where there is one. */
    List<Treated> treated() {
        Treated first = new Treated(therapist, treatment);
        return companion == null ? List.of(first) : List.of(first, companion.treated());
    }

    /** The same on time that is held for a purpose, which whoever keeps it must name. */
    public BookingRequest onHoldFor(HeldFor purpose) {
        return new BookingRequest(
                therapist,
                treatment,
                start,
                hold,
                client,
                emailAgreed,
                smsAgreed,
                note,
                intake,
                history,
                onBehalf,
                purpose,
                series,
                companion);
    }

    /** The same as one of several that are booked together. */
    public BookingRequest inSeries(SeriesPlace place) {
        return new BookingRequest(
                therapist,
                treatment,
                start,
                hold,
                client,
                emailAgreed,
                smsAgreed,
                note,
                intake,
                history,
                onBehalf,
                heldFor,
                place,
                companion);
    }

    /** The same on no hold. */
    public BookingRequest withoutHold() {
        return new BookingRequest(
                        therapist,
                        treatment,
                        start,
                        null,
                        client,
                        emailAgreed,
                        smsAgreed,
                        note,
                        intake,
                        history,
                        onBehalf)
                .with(companion);
    }

    boolean raisesRedFlag() {
        return intake != null && intake.redFlag();
    }

    /** Whether it has to wait for the therapist's answer. */
    public boolean becomesRequest(Listing listing) {
        return onBehalf == null && (raisesRedFlag() || !listing.rules().instant());
    }

    Asking asking() {
        if (onBehalf != null) {
            return Asking.staff(onBehalf.waived());
        }
        return history.knows(therapist) ? Asking.RETURNING_CLIENT : Asking.ANYBODY;
    }

    /** Whether the person treated is asked to answer the form. */
    public boolean needsIntake(Visit visit, ClientMarks marks) {
        return intake == null
                && history.intakeOf(marks.key(), visit.practice())
                        .filter(known -> known.isFreshAt(visit.start(), visit.zone()))
                        .isEmpty();
    }

    Origin origin() {
        return onBehalf == null ? Origin.CLIENT : onBehalf.origin();
    }

    /** Staff book for their own clients only. */
    boolean mayBook(Listing listing) {
        return onBehalf == null || onBehalf.colleague().mayPlan(listing);
    }
}
