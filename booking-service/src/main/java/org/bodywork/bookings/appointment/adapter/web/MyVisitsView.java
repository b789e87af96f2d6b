package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a client's own visits.
 *
 * @param next what {@code after} continues with; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MyVisitsView(List<VisitView> items, @Nullable String next) {}
