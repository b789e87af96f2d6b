package org.bodywork.bookings.appointment.adapter.mongo;

import com.mongodb.client.model.Filters;
import java.util.Arrays;
import org.bodywork.bookings.appointment.domain.Status;
import org.bson.conversions.Bson;

/** The visits of clients that have not ended. Held time has no client yet. */
final class LiveVisits {

    static final Bson FILTER = Filters.and(
            Filters.exists("client"),
            Filters.in(
                    "status",
                    Arrays.stream(Status.values())
                            .filter(Status::takesTime)
                            .map(Enum::name)
                            .toList()));

    private LiveVisits() {}
}
