package org.bodywork.notifications.consent;

import java.util.UUID;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.platform.web.Body;

/** A client told the practice that they want no more messages on a channel; its shape already checked. */
@Body("opt-out")
record OptOutRequest(UUID appointmentId, Channel channel) {}
