/** Tests of schedules. */
@NullMarked
package org.bodywork.therapists.schedule.adapter.web;

import org.jspecify.annotations.NullMarked;
