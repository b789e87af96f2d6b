package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.platform.web.Body;

/** Why staff decline or cancel; kept in the audit trail and sent to nobody. */
@Body("give-reason")
record Reason(String reason) {}
