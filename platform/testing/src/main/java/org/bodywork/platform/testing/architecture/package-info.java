/** The rules of structure that every module's code is held to. */
@NullMarked
package org.bodywork.platform.testing.architecture;

import org.jspecify.annotations.NullMarked;
