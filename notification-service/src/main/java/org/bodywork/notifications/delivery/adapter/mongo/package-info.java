/** Suppressed addresses, as keyed digests. */
@NullMarked
package org.bodywork.notifications.delivery.adapter.mongo;

import org.jspecify.annotations.NullMarked;
