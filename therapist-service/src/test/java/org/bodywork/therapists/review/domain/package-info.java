/** Tests of the rules of reviews. */
@NullMarked
package org.bodywork.therapists.review.domain;

import org.jspecify.annotations.NullMarked;
