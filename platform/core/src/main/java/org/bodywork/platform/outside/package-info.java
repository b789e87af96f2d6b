/** Calls to wherever others say, and never to what only we can reach. */
@NullMarked
package org.bodywork.platform.outside;

import org.jspecify.annotations.NullMarked;
