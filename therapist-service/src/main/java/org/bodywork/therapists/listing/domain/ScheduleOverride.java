package org.bodywork.therapists.listing.domain;

import java.time.LocalDate;

/** Other hours on one local date, perhaps at another location, or none. It stands above the week and a holiday. */
public record ScheduleOverride(LocalDate date, WorkingDay day) {}
