/** Hears of completed visits. */
@NullMarked
package org.bodywork.therapists.review.adapter.kafka;

import org.jspecify.annotations.NullMarked;
