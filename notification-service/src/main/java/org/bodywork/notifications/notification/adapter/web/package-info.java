/** The ledger for staff. */
@NullMarked
package org.bodywork.notifications.notification.adapter.web;

import org.jspecify.annotations.NullMarked;
