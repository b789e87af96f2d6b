/** The index of listings in Apache Lucene. */
@NullMarked
package org.bodywork.therapists.search.adapter.lucene;

import org.jspecify.annotations.NullMarked;
