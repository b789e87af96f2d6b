package org.bodywork.allinone.process;

import java.util.concurrent.CompletableFuture;

/**
 * A program's present process.
 *
 * @param ready done once it serves; never done when it ends before
 */
public record Running(ProcessHandle process, CompletableFuture<Void> ready) {}
