/** This service's own copy of therapists and practices, fed by their events. */
@NullMarked
package org.bodywork.bookings.directory;

import org.jspecify.annotations.NullMarked;
