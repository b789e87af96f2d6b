@NullMarked
package org.bodywork.platform.devservices.mongo;

import org.jspecify.annotations.NullMarked;
