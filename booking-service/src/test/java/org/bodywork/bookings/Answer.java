package org.bodywork.bookings;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What came back over HTTP. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

    public String text(String pointer) {
        return body.at(pointer).asString("");
    }

    /** The last part of a problem's type. */
    public String problem() {
        String type = text("/type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** The fields that a 400 names. */
    public List<String> wrongFields() {
        return StreamSupport.stream(body.at("/errors").spliterator(), false)
                .map(fault -> fault.at("/pointer").asString())
                .toList();
    }
}
