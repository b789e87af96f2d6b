/** Confirmations and reminders by email and SMS, and the ledger of what was sent. */
@NullMarked
package org.bodywork.notifications;

import org.jspecify.annotations.NullMarked;
