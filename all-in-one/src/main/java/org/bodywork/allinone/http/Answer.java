package org.bodywork.allinone.http;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(int status, String text) {

    private static final int OK = 200;

    public boolean isOk() {
        return status == OK;
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(text);
    }

    /**
     * The answer's JSON, when it has the status that was hoped for.
     *
     * @throws UnexpectedAnswer otherwise
     */
    public JsonNode expect(int hoped) {
        if (status != hoped) {
            throw new UnexpectedAnswer("hoped for %d, got %d: %s".formatted(hoped, status, text));
        }
        return json();
    }
}
