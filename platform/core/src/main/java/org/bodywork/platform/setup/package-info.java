/** What must exist before the first request: indexes and topics. */
@NullMarked
package org.bodywork.platform.setup;

import org.jspecify.annotations.NullMarked;
