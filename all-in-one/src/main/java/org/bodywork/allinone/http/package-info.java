/** Calls over HTTP, as any client from outside would make them. */
@NullMarked
package org.bodywork.allinone.http;

import org.jspecify.annotations.NullMarked;
