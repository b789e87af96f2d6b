/** Plans and outcomes in MongoDB. */
@NullMarked
package org.bodywork.bookings.plan.adapter.mongo;

import org.jspecify.annotations.NullMarked;
