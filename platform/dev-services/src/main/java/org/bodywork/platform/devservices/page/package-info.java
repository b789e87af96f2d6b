/** The page and the JSON that show every message. */
@NullMarked
package org.bodywork.platform.devservices.page;

import org.jspecify.annotations.NullMarked;
