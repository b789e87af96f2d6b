package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.platform.web.Body;

/** A start to hold, its shape already checked. */
@Body("hold-time")
record HoldRequest(String therapistId, String treatmentId, String start) {}
