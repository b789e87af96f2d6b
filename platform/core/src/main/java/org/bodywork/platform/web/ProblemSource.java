package org.bodywork.platform.web;

import org.jspecify.annotations.Nullable;

/** Says what the rejections of one feature look like over HTTP: a bean with one exhaustive switch. */
@FunctionalInterface
public interface ProblemSource {

    /** The problem to answer with, or null when the error is not this feature's. */
    @Nullable Problem problemOf(Throwable error);
}
