package org.bodywork.allinone.benchmark;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.Service;
import org.bodywork.allinone.UpOptions;

/**
 * One of the figures of notification-service, which runs alone with both compilers beside the mail and SMS servers; what
 * it asks booking-service is answered here.
 */
record RemindersBenchmark(Consumer<Reminding> part) implements Benchmark {

    @Override
    public UpOptions options(UpOptions usual) {
        return usual.measuring(Set.of(Service.NOTIFICATION));
    }

    @Override
    public void run(Supplier<Bodywork> installation) {
        try (Bodywork bodywork = installation.get()) {
            bodywork.start();
            try (Reminding reminding = new Reminding(bodywork)) {
                part.accept(reminding);
            }
        }
    }
}
