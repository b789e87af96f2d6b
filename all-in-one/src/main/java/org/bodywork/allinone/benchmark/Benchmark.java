package org.bodywork.allinone.benchmark;

import java.util.function.Supplier;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.UpOptions;

/** Something to be measured. */
interface Benchmark {

    /**
     * Measures and prints the figures.
     *
     * @param installation the same data folder each time; its first start is the installation's first
     */
    void run(Supplier<Bodywork> installation);

    /** How its installation differs from one that somebody uses. */
    default UpOptions options(UpOptions usual) {
        return usual;
    }
}
