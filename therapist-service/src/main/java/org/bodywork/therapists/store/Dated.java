package org.bodywork.therapists.store;

import java.time.Instant;

/** Something stored, and when it was changed last. */
public record Dated<T>(T value, Instant changedAt) {}
