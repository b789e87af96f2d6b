/** What people write, and what it means. */
@NullMarked
package org.bodywork.notifications.reply;

import org.jspecify.annotations.NullMarked;
