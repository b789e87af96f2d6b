/** What therapists and clients do with plans and scores. */
@NullMarked
package org.bodywork.bookings.plan.application;

import org.jspecify.annotations.NullMarked;
