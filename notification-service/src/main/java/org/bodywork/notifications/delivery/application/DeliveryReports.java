package org.bodywork.notifications.delivery.application;

import org.bodywork.notifications.delivery.domain.DeliveryReport;
import reactor.core.publisher.Mono;

/** Where a provider's later reports go. */
public interface DeliveryReports {

    /** Takes in a report that may be late, repeated, or about a message nobody knows. */
    Mono<Void> take(DeliveryReport report);
}
