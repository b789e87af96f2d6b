/** Records of clients in MongoDB. */
@NullMarked
package org.bodywork.bookings.client.adapter.mongo;

import org.jspecify.annotations.NullMarked;
