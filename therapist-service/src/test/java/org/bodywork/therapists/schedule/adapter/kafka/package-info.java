/** Tests of schedules. */
@NullMarked
package org.bodywork.therapists.schedule.adapter.kafka;

import org.jspecify.annotations.NullMarked;
