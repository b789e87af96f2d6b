/** Technical libraries without one word of the domain. */
@NullMarked
package org.bodywork.platform;

import org.jspecify.annotations.NullMarked;
