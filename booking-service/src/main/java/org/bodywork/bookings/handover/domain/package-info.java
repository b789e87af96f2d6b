/** What is known of a therapist who is away and of each visit concerned. */
@NullMarked
package org.bodywork.bookings.handover.domain;

import org.jspecify.annotations.NullMarked;
