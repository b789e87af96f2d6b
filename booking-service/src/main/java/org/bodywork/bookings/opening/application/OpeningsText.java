package org.bodywork.bookings.opening.application;

import org.bodywork.bookings.opening.domain.OpenDays;

/** How openings are written for whoever asks. */
public interface OpeningsText {

    byte[] of(OpenDays days);
}
