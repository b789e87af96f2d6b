/** A one-time code, what is kept of it, and the browser it is bound to. */
@NullMarked
package org.bodywork.platform.codes.domain;

import org.jspecify.annotations.NullMarked;
