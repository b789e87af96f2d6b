/** The console's page of numbers. */
@NullMarked
package org.bodywork.bookings.numbers.adapter.web;

import org.jspecify.annotations.NullMarked;
