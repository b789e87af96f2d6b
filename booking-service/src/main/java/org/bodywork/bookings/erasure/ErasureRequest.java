package org.bodywork.bookings.erasure;

import org.bodywork.platform.web.Body;

/** Whom to forget. */
@Body("forget-client")
record ErasureRequest(String email) {}
