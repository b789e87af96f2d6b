@NullMarked
package org.bodywork.platform.devservices.page;

import org.jspecify.annotations.NullMarked;
