/** Schedules as staff read and change them. */
@NullMarked
package org.bodywork.therapists.schedule.adapter.web;

import org.jspecify.annotations.NullMarked;
