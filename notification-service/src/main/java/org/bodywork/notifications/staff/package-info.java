/** The copy of who works at the practices and how to write to them, fed by events. */
@NullMarked
package org.bodywork.notifications.staff;

import org.jspecify.annotations.NullMarked;
