package org.bodywork.allinone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.bodywork.allinone.process.Purpose;

/**
 * How to start.
 *
 * @param demo whether the demo listings are loaded at the first start
 * @param clockControl whether business time may be moved
 * @param training whether the services run so that their JVMs learn from it
 * @param environment where {@code MONGODB_URI}, {@code MONGOD}, {@code KAFKA_BOOTSTRAP_SERVERS} and {@code PATH} are
 *     looked up
 * @param services which take part
 * @param measured whether they run as fast as they can, with both compilers, and answer at {@code /yardstick}
 */
public record UpOptions(
        Path data,
        Ports ports,
        boolean demo,
        boolean clockControl,
        boolean training,
        Map<String, String> environment,
        Set<Service> services,
        boolean measured) {

    /** All services, as somebody uses them. */
    public UpOptions(
            Path data,
            Ports ports,
            boolean demo,
            boolean clockControl,
            boolean training,
            Map<String, String> environment) {
        this(data, ports, demo, clockControl, training, environment, Set.of(Service.values()), false);
    }

    Purpose purpose() {
        if (measured) {
            return Purpose.MEASUREMENT;
        }
        return training ? Purpose.TRAINING : Purpose.USE;
    }

    /** These services alone, to find out what they can do. */
    public UpOptions measuring(Set<Service> alone) {
        return new UpOptions(data, ports, false, clockControl, training, environment, alone, true);
    }
}
