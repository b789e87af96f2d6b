package org.bodywork.bookings.plan.domain;

/** How a course of care may go on; the names are part of the published contract. */
public enum NextStep {
    GO_ON,
    /** More time between visits. */
    SPACE_OUT,
    /** More visits. */
    EXTEND,
    CHANGE_TECHNIQUE,
    FINISH,
    SEE_A_DOCTOR
}
