package org.bodywork.bookings.plan.adapter.web;

import org.bodywork.platform.web.Body;

/** The start that a client chooses for the next visit. */
@Body("book-next-visit")
record NextVisitRequest(String start) {}
