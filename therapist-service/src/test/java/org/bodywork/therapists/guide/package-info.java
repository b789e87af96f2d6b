/** Tests of the guide's text, and of its answers over HTTP. */
@NullMarked
package org.bodywork.therapists.guide;

import org.jspecify.annotations.NullMarked;
