/** Finds what was never heard of or never planned, repairs and counts it, and fills an empty store again. */
@NullMarked
package org.bodywork.notifications.reconciliation;

import org.jspecify.annotations.NullMarked;
