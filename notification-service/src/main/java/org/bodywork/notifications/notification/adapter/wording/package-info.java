/** The texts themselves, in English and Spanish. */
@NullMarked
package org.bodywork.notifications.notification.adapter.wording;

import org.jspecify.annotations.NullMarked;
