package org.bodywork.platform.due;

import java.time.Duration;

/**
 * A collection whose documents may be due. Declared as a bean.
 *
 * @param name for metrics and nudges
 * @param parallelism how many are worked on at once in this instance
 * @param lease how long a claim lasts; longer than the handler may take
 */
public record DueQueue(String name, String collection, int parallelism, Duration lease, DueHandler handler) {}
