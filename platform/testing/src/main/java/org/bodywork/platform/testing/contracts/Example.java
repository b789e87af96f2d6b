package org.bodywork.platform.testing.contracts;

/**
 * An example from event-contracts.
 *
 * @param name as its file is called, such as {@code minimal}
 */
public record Example(String name, String json) {

    // The name tells tests apart; the text would fill the report.
    @Override
    public String toString() {
        return name;
    }
}
