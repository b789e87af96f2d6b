/** Reviews: who may write one, what it may say, and when it counts. */
@NullMarked
package org.bodywork.therapists.review.domain;

import org.jspecify.annotations.NullMarked;
