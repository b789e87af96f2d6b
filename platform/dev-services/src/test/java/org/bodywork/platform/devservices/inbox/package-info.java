@NullMarked
package org.bodywork.platform.devservices.inbox;

import org.jspecify.annotations.NullMarked;
