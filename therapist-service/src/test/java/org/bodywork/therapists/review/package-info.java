/** Reviews over HTTP, as their users meet them. */
@NullMarked
package org.bodywork.therapists.review;

import org.jspecify.annotations.NullMarked;
