/** Planning messages from what happened to a visit, sending them when due, and keeping the ledger. */
@NullMarked
package org.bodywork.notifications.notification.application;

import org.jspecify.annotations.NullMarked;
