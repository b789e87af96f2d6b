/** The settings every service starts from. */
@NullMarked
package org.bodywork.platform.defaults;

import org.jspecify.annotations.NullMarked;
