@NullMarked
package org.bodywork.platform.devservices;

import org.jspecify.annotations.NullMarked;
