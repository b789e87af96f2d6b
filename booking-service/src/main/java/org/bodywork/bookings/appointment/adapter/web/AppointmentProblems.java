package org.bodywork.bookings.appointment.adapter.web;

import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the refusals of this feature look like over HTTP. */
@Component
final class AppointmentProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof Refusal refusal ? problem(refusal) : null;
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoSuchAppointment _ -> Problem.notFound("There is no such appointment.");
            case Refusal.NoIntake _ -> Problem.notFound("There are no answers to read.");
            case Refusal.NotYours _ ->
                Problem.of(403, "forbidden", "Forbidden", "Only the therapist who treats the client may read this.");
            case Refusal.ReturningOnly _ ->
                Problem.conflict(
                        "returning-clients-only",
                        "This treatment is for clients who have been here before",
                        "If you have, use the email address of that visit: ask for a code at /my-visits, type it in, "
                                + "and book again in the same browser.");
            case Refusal.NewOnly _ ->
                Problem.conflict(
                        "new-clients-only",
                        "This treatment is for clients who come for the first time",
                        "You have been to this therapist before; choose another treatment.");
            case Refusal.SamePerson _ ->
                Problem.invalid(List.of(new FieldFault("/companion/name", "Must be another person than the client.")));
            case Refusal.ForBoth _ ->
                Problem.of(
                        403,
                        "forbidden",
                        "Forbidden",
                        "Two therapists give this visit: only who leads the practice may do this for both.");
            case Refusal.StartHasPassed _ ->
                Problem.invalid(List.of(new FieldFault("/start", "Must be in the future.")));
            case Refusal.KeyUsedBefore _ ->
                Problem.of(
                        422,
                        "idempotency-key-reused",
                        "The idempotency key belongs to another booking",
                        "Send a new booking with a new key.");
            case Refusal.StateForbids forbids ->
                Problem.conflict(
                                "state-conflict",
                                "The appointment's state does not allow this",
                                "See status for where the appointment stands.")
                        .with("status", forbids.status().name());
            case Refusal.TooEarly early ->
                Problem.conflict("too-early", "It is too early for this", "See notBefore for when it can be done.")
                        .with("status", early.status().name())
                        .with("notBefore", OffsetTimes.text(early.notBefore()));
            case Refusal.NoSuchHold _ -> Problem.notFound("There is no such hold.");
            case Refusal.ChangedSince _ -> Problem.outdated();
            case Refusal.PhoneNeeded _ ->
                Problem.invalid(List.of(new FieldFault("/phone", "Is needed: the client agreed to text messages.")));
            case Refusal.NoSuchBlock _ -> Problem.notFound("There is no such block.");
            case Refusal.VisitsStand stand ->
                Problem.conflict(
                                "visits-affected",
                                "Visits stand in this time",
                                "Move or cancel what visits lists, or block other time.")
                        .with("visits", StandingView.of(stand));
            case Refusal.HoldMismatch _ ->
                Problem.conflict(
                        "hold-mismatch",
                        "The hold is of something else",
                        "It was made for another start, treatment or therapist.");
            case Refusal.HoldNotRenewable _ ->
                Problem.conflict(
                        "hold-not-renewable",
                        "The hold cannot be renewed",
                        "It has been renewed before, or its time is over; choose the start again.");
            case Refusal.TooMany many ->
                Problem.tooManyRequests("You have taken as much as one visitor may at once.", many.lasting());
            case CannotBook cannot -> cannotBook(cannot);
        };
    }

    private static Problem cannotBook(CannotBook cannot) {
        Problem problem = switch (cannot.reason()) {
            case SLOT_TAKEN ->
                Problem.conflict("slot-taken", "This time is taken", "See alternatives for times near it.");
            case NOT_AN_OPENING ->
                Problem.conflict("not-an-opening", "This time cannot be booked", "See alternatives for times near it.");
        };
        return problem.with("alternatives", AlternativeView.of(cannot.alternatives()));
    }
}
