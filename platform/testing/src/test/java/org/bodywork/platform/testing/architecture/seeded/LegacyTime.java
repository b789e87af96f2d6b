package org.bodywork.platform.testing.architecture.seeded;

import java.time.Instant;
import java.util.Date;

@SuppressWarnings("JavaUtilDate")
class LegacyTime {

    Date date(Instant instant) {
        return Date.from(instant);
    }
}
