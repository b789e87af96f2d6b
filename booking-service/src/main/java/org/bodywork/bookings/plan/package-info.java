/** Care over time: treatment plans, how clients are before and after visits, and what that suggests doing next. */
@NullMarked
package org.bodywork.bookings.plan;

import org.jspecify.annotations.NullMarked;
