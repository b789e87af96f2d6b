/** Events as text for calendar programs, RFC 5545 and RFC 5546. */
@NullMarked
package org.bodywork.platform.icalendar;

import org.jspecify.annotations.NullMarked;
