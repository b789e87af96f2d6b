package org.bodywork.therapists.importing.adapter.csv;

/** A physical line of a file, numbered from 1. */
sealed interface Line {

    int number();

    record Text(int number, String text) implements Line {}

    /**
     * Bytes that are not UTF-8.
     *
     * @param readable what comes before the first byte that is not UTF-8
     */
    record Undecodable(int number, String readable) implements Line {}

    record Overlong(int number) implements Line {}
}
