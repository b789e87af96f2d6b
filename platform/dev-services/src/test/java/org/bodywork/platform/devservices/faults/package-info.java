@NullMarked
package org.bodywork.platform.devservices.faults;

import org.jspecify.annotations.NullMarked;
