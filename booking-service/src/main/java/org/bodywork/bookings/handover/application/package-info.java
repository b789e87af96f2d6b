/** Reporting it, holding alternatives, and what clients decide. */
@NullMarked
package org.bodywork.bookings.handover.application;

import org.jspecify.annotations.NullMarked;
