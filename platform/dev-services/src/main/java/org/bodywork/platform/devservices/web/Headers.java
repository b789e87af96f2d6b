package org.bodywork.platform.devservices.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Header names are the same in any case. */
final class Headers {

    private Headers() {}

    static Map<String, String> firstOfEach(Map<String, List<String>> headers) {
        var first = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> first.put(name, values.getFirst()));
        return first;
    }
}
