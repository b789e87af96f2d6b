/** Text messages over Twilio's HTTP API, its callbacks and its inbound messages. */
@NullMarked
package org.bodywork.notifications.delivery.adapter.twilio;

import org.jspecify.annotations.NullMarked;
