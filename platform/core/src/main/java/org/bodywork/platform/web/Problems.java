package org.bodywork.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every error that is a refusal, as the problem to answer with. */
final class Problems {

    private final List<ProblemSource> sources;

    /** @param features the services' own, asked in order and before the platform's */
    Problems(List<ProblemSource> features) {
        this.sources = Stream.concat(
                        features.stream(),
                        Stream.of(
                                Problems::invalidRequest,
                                FloodLimit::problemOf,
                                FrameworkProblems::of,
                                DependencyProblems::of))
                .toList();
    }

    /** The problem, or null for what nobody foresaw: a bug. */
    @Nullable Problem of(Throwable error) {
        for (ProblemSource source : sources) {
            Problem problem = source.problemOf(error);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable Problem invalidRequest(Throwable error) {
        return error instanceof InvalidRequest invalid ? Problem.invalid(invalid.faults()) : null;
    }
}
