@NullMarked
package org.bodywork.therapists.search.adapter.lucene;

import org.jspecify.annotations.NullMarked;
