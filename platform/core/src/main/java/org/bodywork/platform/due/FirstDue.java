package org.bodywork.platform.due;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Work that is always there. Declared as a bean: each start sees to it that its documents exist, and leaves those that
 * do as they are.
 *
 * @param collection of a {@link DueQueue}
 * @param dueById when each is due for the first time, by the id of its document
 */
public record FirstDue(String collection, Supplier<Map<String, Instant>> dueById) {}
