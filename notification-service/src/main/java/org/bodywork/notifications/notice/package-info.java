/** Letters to staff that speak of no single visit: the agenda of a day, a credential that expires. */
@NullMarked
package org.bodywork.notifications.notice;

import org.jspecify.annotations.NullMarked;
