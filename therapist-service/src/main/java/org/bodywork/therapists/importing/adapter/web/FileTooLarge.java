package org.bodywork.therapists.importing.adapter.web;

/** The file is larger than anyone may send at once. */
final class FileTooLarge extends RuntimeException {

    private final long mostBytes;

    FileTooLarge(long mostBytes) {
        super("more than " + mostBytes + " bytes", null, false, false);
        this.mostBytes = mostBytes;
    }

    long mostBytes() {
        return mostBytes;
    }
}
