/** Starts everything on one machine without Docker. */
@NullMarked
package org.bodywork.allinone;

import org.jspecify.annotations.NullMarked;
