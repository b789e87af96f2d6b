/** A visit that is booked, and whether a change of hours touches it. */
@NullMarked
package org.bodywork.therapists.schedule.domain;

import org.jspecify.annotations.NullMarked;
