/** Tests of counting. */
@NullMarked
package org.bodywork.therapists.review.application;

import org.jspecify.annotations.NullMarked;
