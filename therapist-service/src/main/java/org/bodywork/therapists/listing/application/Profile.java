package org.bodywork.therapists.listing.application;

import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Rating;
import org.bodywork.therapists.listing.domain.Therapist;
import org.jspecify.annotations.Nullable;

/** A therapist with what clients say of them and the practice they work at. */
public record Profile(Therapist therapist, @Nullable Rating rating, Practice practice) {}
