/** What a plan is, what is measured, and the policy that proposes the next step. */
@NullMarked
package org.bodywork.bookings.plan.domain;

import org.jspecify.annotations.NullMarked;
