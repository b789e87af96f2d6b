package org.bodywork.platform.testing.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of event-contracts, wherever on the class path they lie. */
final class ContractFiles {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ContractFiles() {}

    /** A file's name without its extension, the name of its folder, and its text. */
    record File(String name, String folder, String text) {}

    /**
     * Files below {@code contracts/}, by name.
     *
     * @param pattern such as {@code schemas/*.schema.json}; matching none is an error
     */
    static Stream<File> matching(String pattern) {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:contracts/" + pattern);
            if (found.length == 0) {
                throw new IllegalArgumentException("There is no contracts/" + pattern);
            }
            return Stream.of(found).map(ContractFiles::read).sorted(Comparator.comparing(File::name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A YAML file as a tree. */
    static JsonNode yaml(String name) {
        String text = matching(name).findFirst().orElseThrow().text();
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    private static File read(Resource resource) {
        try {
            String[] path = resource.getURL().getPath().split("/", -1);
            String name = path[path.length - 1];
            return new File(
                    name.substring(0, name.lastIndexOf('.')),
                    path[path.length - 2],
                    resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
