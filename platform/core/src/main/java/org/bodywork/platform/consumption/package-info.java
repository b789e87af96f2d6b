/** Writes that apply an event once, whatever its order or number of deliveries. */
@NullMarked
package org.bodywork.platform.consumption;

import org.jspecify.annotations.NullMarked;
