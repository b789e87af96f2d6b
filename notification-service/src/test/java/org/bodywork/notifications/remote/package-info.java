/** The guard around calls to others, with a clock that the test moves. */
@NullMarked
package org.bodywork.notifications.remote;

import org.jspecify.annotations.NullMarked;
