/** What practices are told, by whom they can tell, and where never. */
@NullMarked
package org.bodywork.notifications.webhook;

import org.jspecify.annotations.NullMarked;
