package org.bodywork.platform.devservices.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which handler answers which method and path; the first that fits. */
public final class Routes {

    private final List<Route> routes = new ArrayList<>();
    private Handler otherwise = request -> Reply.text(404, "There is nothing at " + request.path());

    /**
     * Adds a handler.
     *
     * @param path such as {@code /messages/{id}}; a variable is one segment
     */
    public Routes on(String method, String path, Handler handler) {
        routes.add(new Route(method, pattern(path), handler));
        return this;
    }

    /** Replaces the answer to a path that no route has. */
    public Routes otherwise(Handler handler) {
        otherwise = handler;
        return this;
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replace(".", "\\.").replaceAll("\\{(\\w+)}", "(?<$1>[^/]+?)"));
    }

    Reply answer(Request request) {
        var samePath = routes.stream().filter(route -> route.fits(request)).toList();
        if (samePath.isEmpty()) {
            return otherwise.handle(request);
        }
        return samePath.stream()
                .filter(route -> route.method.equals(request.method()))
                .findFirst()
                .map(route -> route.handler.handle(request.withVariables(route.variables(request))))
                .orElseGet(() -> Reply.text(405, request.method() + " does not work on " + request.path()));
    }

    private record Route(String method, Pattern path, Handler handler) {

        boolean fits(Request request) {
            return path.matcher(request.path()).matches();
        }

        Map<String, String> variables(Request request) {
            var matcher = path.matcher(request.path());
            var variables = new HashMap<String, String>();
            if (matcher.matches()) {
                matcher.namedGroups().keySet().forEach(name -> variables.put(name, matcher.group(name)));
            }
            return variables;
        }
    }
}
