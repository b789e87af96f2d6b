/** What is told of plans and scores. */
@NullMarked
package org.bodywork.bookings.plan.adapter.kafka;

import org.jspecify.annotations.NullMarked;
