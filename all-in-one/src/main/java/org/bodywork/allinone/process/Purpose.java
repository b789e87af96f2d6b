package org.bodywork.allinone.process;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM is started for.
 *
 * <p>The second compiler would take half of two cores while everything starts, for speed that shows only under full
 * load; the images keep it.
 */
public enum Purpose {
    /** Somebody waits for it: it compiles quickly, and remembers what it learnt in training. */
    USE,
    /** When it ends in order it leaves an AOT cache of all that it did. */
    TRAINING,
    /** Figures about full load: both compilers. */
    MEASUREMENT;

    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    List<String> options(AotCache cache) {
        return switch (this) {
            case USE -> with(cache.use());
            case TRAINING -> with(cache.fill());
            case MEASUREMENT -> List.of();
        };
    }

    private static List<String> with(List<String> more) {
        return Stream.concat(Stream.of(QUICK), more.stream()).toList();
    }
}
