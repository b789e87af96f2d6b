/** Series over HTTP: as JSON, and as pages for clients and staff. */
@NullMarked
package org.bodywork.bookings.series.adapter.web;

import org.jspecify.annotations.NullMarked;
