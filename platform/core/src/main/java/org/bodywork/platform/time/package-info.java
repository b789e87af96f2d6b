/** Business time: one clock per service that a demo may move forward, never back. */
@NullMarked
package org.bodywork.platform.time;

import org.jspecify.annotations.NullMarked;
