package org.bodywork.therapists.listing.application;

import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Therapist;

/** A therapist with the practice they work at. */
public record Profile(Therapist therapist, Practice practice) {}
