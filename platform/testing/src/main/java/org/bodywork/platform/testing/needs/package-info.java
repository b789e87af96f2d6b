/** What a test needs of the machine beyond a JDK, and what happens where the machine lacks it. */
@NullMarked
package org.bodywork.platform.testing.needs;

import org.jspecify.annotations.NullMarked;
