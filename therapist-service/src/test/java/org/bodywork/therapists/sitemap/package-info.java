@NullMarked
package org.bodywork.therapists.sitemap;

import org.jspecify.annotations.NullMarked;
