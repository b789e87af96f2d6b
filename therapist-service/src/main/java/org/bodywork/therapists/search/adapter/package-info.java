/** How search meets Lucene, the events and HTTP. */
@NullMarked
package org.bodywork.therapists.search.adapter;

import org.jspecify.annotations.NullMarked;
