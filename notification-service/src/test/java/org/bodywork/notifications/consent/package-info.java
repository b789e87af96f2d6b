/** What answers and links do, and what they cannot. */
@NullMarked
package org.bodywork.notifications.consent;

import org.jspecify.annotations.NullMarked;
