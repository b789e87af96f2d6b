/** Answers searches from an index that follows the listings. */
@NullMarked
package org.bodywork.therapists.search.application;

import org.jspecify.annotations.NullMarked;
