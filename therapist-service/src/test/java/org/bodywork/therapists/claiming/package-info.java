/** Claims over HTTP. */
@NullMarked
package org.bodywork.therapists.claiming;

import org.jspecify.annotations.NullMarked;
