/** Seeded for the test of the rules. */
@NullMarked
package org.bodywork.platform.testing.architecture.seeded;

import org.jspecify.annotations.NullMarked;
