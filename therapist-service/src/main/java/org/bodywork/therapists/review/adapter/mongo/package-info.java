/** Reviews in MongoDB, and the work of counting them. */
@NullMarked
package org.bodywork.therapists.review.adapter.mongo;

import org.jspecify.annotations.NullMarked;
