package org.bodywork.allinone;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to start.
 *
 * @param demo whether the demo listings are loaded at the first start
 * @param clockControl whether business time may be moved
 * @param training whether the services run so that their JVMs learn from it
 * @param environment where {@code MONGODB_URI}, {@code MONGOD}, {@code KAFKA_BOOTSTRAP_SERVERS} and {@code PATH} are
 *     looked up
 */
public record UpOptions(
        Path data,
        Ports ports,
        boolean demo,
        boolean clockControl,
        boolean training,
        Map<String, String> environment) {}
