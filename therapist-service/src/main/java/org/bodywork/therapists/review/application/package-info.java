/** Writing, showing, answering, reporting, hiding and counting reviews. */
@NullMarked
package org.bodywork.therapists.review.application;

import org.jspecify.annotations.NullMarked;
