package org.bodywork.allinone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory a process keeps in RAM. */
public final class Memory {

    private static final Pattern LINUX = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern ANONYMOUS = Pattern.compile("RssAnon:\\s+(\\d+) kB");
    private static final Pattern PS = Pattern.compile("(\\d+)");
    private static final long KIB_PER_MIB = 1024;

    private Memory() {}

    /** Resident set size in MiB; empty when the process is gone. */
    public static OptionalLong residentMiB(long pid) {
        try {
            Path status = Path.of("/proc", Long.toString(pid), "status");
            return Files.exists(Path.of("/proc/self"))
                    ? figure(LINUX, Files.readString(status))
                    : figure(PS, ps("-o", "rss=", "-p", Long.toString(pid)));
        } catch (IOException | UncheckedIOException gone) {
            return OptionalLong.empty();
        }
    }

    /** The part of it that is no file's, in MiB: a file that is mapped counts as resident but costs nothing to give back. */
    public static OptionalLong anonymousMiB(long pid) {
        try {
            return figure(ANONYMOUS, Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException | UncheckedIOException unknown) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong figure(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) / KIB_PER_MIB) : OptionalLong.empty();
    }

    private static String ps(String... options) throws IOException {
        ProcessBuilder ps = new ProcessBuilder("ps");
        ps.command().addAll(java.util.List.of(options));
        return new String(ps.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
