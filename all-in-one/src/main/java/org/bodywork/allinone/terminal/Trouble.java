package org.bodywork.allinone.terminal;

/** A reason to give up, told in one plain line that says what to do about it. */
public final class Trouble extends RuntimeException {

    public Trouble(String line) {
        super(line);
    }

    public Trouble(String line, Throwable cause) {
        super(line, cause);
    }
}
