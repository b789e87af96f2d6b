/** A process of its own that sends, and is killed at it. */
@NullMarked
package org.bodywork.notifications.killed;

import org.jspecify.annotations.NullMarked;
