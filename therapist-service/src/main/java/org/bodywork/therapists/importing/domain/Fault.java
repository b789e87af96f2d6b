package org.bodywork.therapists.importing.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a file of listings.
 *
 * @param line where the row begins, from 1, the header included
 * @param column the header's word for it; none when the whole line cannot be read
 */
public record Fault(int line, @Nullable String column, String reason) {}
