/** What is counted, and how. */
@NullMarked
package org.bodywork.bookings.numbers.domain;

import org.jspecify.annotations.NullMarked;
