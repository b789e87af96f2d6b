package org.bodywork.allinone;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to start.
 *
 * @param demo whether the demo listings are loaded at the first start
 * @param clockControl whether business time may be moved
 * @param environment where {@code MONGODB_URI}, {@code MONGOD}, {@code KAFKA_BOOTSTRAP_SERVERS} and {@code PATH} are
 *     looked up
 */
public record UpOptions(Path data, Ports ports, boolean demo, boolean clockControl, Map<String, String> environment) {}
