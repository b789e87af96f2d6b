package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.bookings.appointment.application.GivenIntake;
import org.bodywork.bookings.appointment.domain.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told whose answers raise a red flag. It repeats none of them.
 *
 * @param urgent whether it tells the client to see a doctor now
 */
record Advice(boolean urgent, String text) {

    /** Nothing, where there is no reason for advice. */
    static @Nullable Advice on(@Nullable GivenIntake intake, Language language) {
        if (intake == null || !intake.redFlag()) {
            return null;
        }
        String review = switch (language) {
            case EN ->
                "Your therapist reads your answers before the visit and may call you. With some of them it is wise to ask a doctor before a massage.";
            case ES ->
                "Su terapeuta lee sus respuestas antes de la cita y quizá le llame. Con algunas de ellas conviene preguntar a un médico antes de un masaje.";
        };
        return intake.urgent() ? new Advice(true, urgent(language) + " " + review) : new Advice(false, review);
    }

    private static String urgent(Language language) {
        return switch (language) {
            case EN ->
                "Some of what you describe can be an emergency. Please call 911 or go to urgent care now; the massage can wait.";
            case ES ->
                "Algo de lo que describe puede ser una urgencia. Llame al 911 o vaya ahora a urgencias; el masaje puede esperar.";
        };
    }
}
