/** How every service talks to MongoDB: durable writes, short patience, no class names in documents. */
@NullMarked
package org.bodywork.platform.mongo;

import org.jspecify.annotations.NullMarked;
