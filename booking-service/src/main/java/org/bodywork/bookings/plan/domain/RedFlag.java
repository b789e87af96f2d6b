package org.bodywork.bookings.plan.domain;

/** What somebody should tell a doctor of, whatever massage does. */
public enum RedFlag {
    NUMBNESS,
    BLADDER,
    FEVER,
    SWELLING,
    CHEST_PAIN
}
