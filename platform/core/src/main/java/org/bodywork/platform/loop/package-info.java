/** Threads of our own, with a beginning and an end. */
@NullMarked
package org.bodywork.platform.loop;

import org.jspecify.annotations.NullMarked;
