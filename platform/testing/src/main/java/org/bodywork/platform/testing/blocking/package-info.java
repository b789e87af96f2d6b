/** Finds calls that block a thread which must not wait: BlockHound, in every module's tests. */
@NullMarked
package org.bodywork.platform.testing.blocking;

import org.jspecify.annotations.NullMarked;
