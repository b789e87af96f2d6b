/** Email over SMTP. */
@NullMarked
package org.bodywork.notifications.delivery.adapter.smtp;

import org.jspecify.annotations.NullMarked;
