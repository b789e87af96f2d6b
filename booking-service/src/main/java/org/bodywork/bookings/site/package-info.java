/** What all pages of the site share: their layout, their language, their headers. */
@NullMarked
package org.bodywork.bookings.site;

import org.jspecify.annotations.NullMarked;
