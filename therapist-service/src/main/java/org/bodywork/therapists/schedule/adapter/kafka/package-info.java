/** Hears of visits as booking-service tells of them. */
@NullMarked
package org.bodywork.therapists.schedule.adapter.kafka;

import org.jspecify.annotations.NullMarked;
