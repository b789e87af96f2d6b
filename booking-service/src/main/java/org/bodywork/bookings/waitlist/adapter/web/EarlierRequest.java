package org.bodywork.bookings.waitlist.adapter.web;

import org.bodywork.bookings.waitlist.adapter.web.JoinRequest.TimeFields;
import org.bodywork.platform.web.Body;

/** Whoever has a visit and would come earlier. */
@Body("wait-for-earlier")
record EarlierRequest(TimeFields times) {}
