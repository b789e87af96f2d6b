/** The copy of booked visits as it is stored. */
@NullMarked
package org.bodywork.therapists.schedule.adapter.mongo;

import org.jspecify.annotations.NullMarked;
