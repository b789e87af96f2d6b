package org.bodywork.allinone;

/** The script {@code ./bodywork} in the foreground, without which nobody could end what it started. */
final class Shell {

    /** Runs the action when the script dies; never when it was started in the background. */
    void onEnd(Runnable action) {
        Long pid = Long.getLong("bodywork.shell");
        if (pid == null) {
            return;
        }
        Thread.ofVirtual().name("watch the shell").start(() -> {
            ProcessHandle.of(pid).ifPresent(shell -> shell.onExit().join());
            action.run();
        });
    }
}
