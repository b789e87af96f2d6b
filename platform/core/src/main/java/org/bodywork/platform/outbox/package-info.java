/** Events stored in the aggregate's own document, and the relay that publishes them. */
@NullMarked
package org.bodywork.platform.outbox;

import org.jspecify.annotations.NullMarked;
