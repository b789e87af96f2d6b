package org.bodywork.platform.devservices.faults;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bodywork.platform.devservices.web.BadRequest;
import org.bodywork.platform.devservices.web.Reply;
import org.bodywork.platform.devservices.web.Request;
import org.bodywork.platform.devservices.web.Routes;
import org.jspecify.annotations.Nullable;

/** Orders failures over HTTP: {@code POST {mode, times, to?}}, mode {@code none} to end them, and {@code GET}. */
public final class FaultControl<F extends Fault> {

    private static final String NONE = "none";

    private final Faults<F> faults;
    private final List<F> known;

    public FaultControl(Faults<F> faults, F[] known) {
        this.faults = faults;
        this.known = List.copyOf(Arrays.asList(known));
    }

    public void addTo(Routes routes, String path) {
        routes.on("GET", path, request -> view()).on("POST", path, this::order);
    }

    private Reply order(Request request) {
        var wanted = request.json(Wanted.class);
        if (NONE.equals(wanted.mode())) {
            faults.clear();
        } else {
            faults.order(fault(wanted.mode()), times(wanted.times()), wanted.to());
        }
        return view();
    }

    private F fault(@Nullable String mode) {
        return known.stream()
                .filter(fault -> fault.wireName().equals(mode))
                .findFirst()
                .orElseThrow(() -> new BadRequest("mode is none or one of "
                        + known.stream().map(Fault::wireName).collect(Collectors.joining(", "))));
    }

    private static int times(@Nullable Integer wanted) {
        int times = wanted == null ? 1 : wanted;
        if (times < 1) {
            throw new BadRequest("times is at least 1");
        }
        return times;
    }

    private Reply view() {
        return Reply.json(
                200,
                new Views(faults.ordered().stream()
                        .map(order -> new View(order.fault().wireName(), order.times(), order.to()))
                        .toList()));
    }

    record Wanted(
            @Nullable String mode,
            @Nullable Integer times,
            @Nullable String to) {}

    record Views(List<View> failures) {}

    record View(String mode, int times, @Nullable String to) {}
}
