package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.notification.domain.AppointmentId;

/** There is no such appointment, or not for the one who asks. */
public final class UnknownAppointment extends RuntimeException {

    public UnknownAppointment(AppointmentId appointment) {
        super("no appointment " + appointment);
    }
}
