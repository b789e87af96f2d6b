/** Tests of the stored reviews. */
@NullMarked
package org.bodywork.therapists.review.adapter.mongo;

import org.jspecify.annotations.NullMarked;
