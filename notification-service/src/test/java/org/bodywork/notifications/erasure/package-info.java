/** Forgetting a person, against its contract. */
@NullMarked
package org.bodywork.notifications.erasure;

import org.jspecify.annotations.NullMarked;
