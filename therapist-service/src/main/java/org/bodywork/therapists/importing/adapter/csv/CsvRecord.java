package org.bodywork.therapists.importing.adapter.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of a file, at the line where it begins. */
sealed interface CsvRecord {

    int line();

    record Row(int line, List<String> values) implements CsvRecord {}

    /**
     * What cannot be read.
     *
     * @param field where it is broken, counted from 0; none when the whole line is unusable
     */
    record Broken(int line, @Nullable Integer field, String reason) implements CsvRecord {}
}
