/** The servers that a test of a repository or of a whole service runs against. */
@NullMarked
package org.bodywork.platform.testing.mongo;

import org.jspecify.annotations.NullMarked;
