/** Tells search engines which pages there are. */
@NullMarked
package org.bodywork.therapists.sitemap;

import org.jspecify.annotations.NullMarked;
