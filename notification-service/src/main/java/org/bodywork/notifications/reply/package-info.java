/** What recipients answer by text: stop, start, help, C to confirm, R for another time. */
@NullMarked
package org.bodywork.notifications.reply;

import org.jspecify.annotations.NullMarked;
