/** What is known of a client. */
@NullMarked
package org.bodywork.bookings.client.domain;

import org.jspecify.annotations.NullMarked;
