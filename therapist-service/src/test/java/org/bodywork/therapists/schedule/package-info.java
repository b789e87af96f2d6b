/** Tests of schedules. */
@NullMarked
package org.bodywork.therapists.schedule;

import org.jspecify.annotations.NullMarked;
