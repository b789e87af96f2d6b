package org.bodywork.bookings.receipt;

import java.util.Locale;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.platform.crypto.Digests;

/** The number of a visit's receipt: always the same, told to nobody by its order, and short enough to be read out. */
final class ReceiptNumber {

    private static final int GROUP = 4;
    private static final int GROUPS = 3;

    private ReceiptNumber() {}

    /** Twelve hexadecimal digits. */
    static String of(AppointmentId visit) {
        String digest = Digests.sha256Hex("receipt|" + visit).toUpperCase(Locale.ROOT);
        return "R-" + digest.substring(0, GROUP) + "-" + digest.substring(GROUP, 2 * GROUP) + "-"
                + digest.substring(2 * GROUP, GROUPS * GROUP);
    }
}
