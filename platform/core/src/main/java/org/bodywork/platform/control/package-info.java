/** Moving business time from outside, for demos and system tests. */
@NullMarked
package org.bodywork.platform.control;

import org.jspecify.annotations.NullMarked;
