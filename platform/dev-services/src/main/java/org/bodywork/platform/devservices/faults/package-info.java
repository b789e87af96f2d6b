/** Failures on command: what the next messages are to meet. */
@NullMarked
package org.bodywork.platform.devservices.faults;

import org.jspecify.annotations.NullMarked;
