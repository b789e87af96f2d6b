/** Telling trouble that passes from data that will never do. */
@NullMarked
package org.bodywork.platform.faults;

import org.jspecify.annotations.NullMarked;
