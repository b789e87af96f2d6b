/** Codes on their way. */
@NullMarked
package org.bodywork.notifications.signin;

import org.jspecify.annotations.NullMarked;
