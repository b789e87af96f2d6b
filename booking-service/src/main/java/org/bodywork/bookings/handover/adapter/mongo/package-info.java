/** Reports in MongoDB, and their due work. */
@NullMarked
package org.bodywork.bookings.handover.adapter.mongo;

import org.jspecify.annotations.NullMarked;
