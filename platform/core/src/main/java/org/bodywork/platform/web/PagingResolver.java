package org.bodywork.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Reads {@link Paging} from the query, refusing what is out of range instead of bending it. */
final class PagingResolver implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgumentValue(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        List<FieldFault> faults = new ArrayList<>();
        int page = number(query, "page", 0, 0, Paging.LAST_PAGE, faults);
        int size = number(query, "size", Paging.USUAL_SIZE, 1, Paging.MOST_SIZE, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return new Paging(page, size);
    }

    private static int number(
            MultiValueMap<String, String> query, String name, int usual, int least, int most, List<FieldFault> faults) {
        List<String> given = query.getOrDefault(name, List.of());
        if (given.isEmpty()) {
            return usual;
        }
        // Seven ASCII digits at most: never too large for an int.
        if (given.size() == 1 && given.getFirst() != null && given.getFirst().matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(given.getFirst());
            if (number >= least && number <= most) {
                return number;
            }
        }
        faults.add(new FieldFault("/" + name, "Must be one whole number from %d to %d.".formatted(least, most)));
        return usual;
    }
}
