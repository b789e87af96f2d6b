/** What clients say of therapists: one review of each visit that took place. */
@NullMarked
package org.bodywork.therapists.review;

import org.jspecify.annotations.NullMarked;
