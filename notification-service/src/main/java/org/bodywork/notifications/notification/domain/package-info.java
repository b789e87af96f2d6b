/** What a person is told about a visit, when, and when it must stay unsaid. */
@NullMarked
package org.bodywork.notifications.notification.domain;

import org.jspecify.annotations.NullMarked;
