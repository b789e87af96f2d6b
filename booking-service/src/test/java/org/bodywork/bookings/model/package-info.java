/** The whole of booking against a model of it that is too simple to be wrong: seeded commands, two instances, one clock. */
@NullMarked
package org.bodywork.bookings.model;

import org.jspecify.annotations.NullMarked;
