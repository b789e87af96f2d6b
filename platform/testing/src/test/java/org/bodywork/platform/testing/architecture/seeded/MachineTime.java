package org.bodywork.platform.testing.architecture.seeded;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

class MachineTime {

    Instant now() {
        return Instant.now();
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.now(zone);
    }
}

class MachineTimeByReference {

    Supplier<Instant> now() {
        return Instant::now;
    }
}

class MachineMillis {

    long now() {
        return System.currentTimeMillis();
    }
}

class MachineClock {

    Clock clock() {
        return Clock.systemUTC();
    }
}
