package org.bodywork.allinone.backing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.allinone.process.AotCache;
import org.bodywork.allinone.process.Jvm;
import org.bodywork.allinone.process.Purpose;

/**
 * The programs of dev-services, each in a JVM of its own.
 *
 * @param folder holds their jars in {@code lib}, and their AOT caches
 */
public record DevServers(Path folder, Purpose purpose) {

    public static final String MESSAGES = "messages";
    static final String KAFKA = "kafka";
    static final String EMBEDDED_MONGO = "mongo-embedded";

    /**
     * A command line.
     *
     * @param name of the program, one of those above
     * @param memory heap settings
     */
    public List<String> command(String name, Class<?> main, List<String> memory, String... options) {
        List<String> rest = new ArrayList<>();
        rest.add("-cp");
        rest.add(folder.resolve("lib").resolve("*").toString());
        rest.add(main.getName());
        rest.addAll(List.of(options));
        return Jvm.command(memory, purpose, cache(name), rest);
    }

    /** Of all programs. */
    public List<AotCache> caches() {
        return Stream.of(MESSAGES, KAFKA, EMBEDDED_MONGO).map(this::cache).toList();
    }

    private AotCache cache(String name) {
        return new AotCache(folder.resolve(name + ".aot"));
    }
}
