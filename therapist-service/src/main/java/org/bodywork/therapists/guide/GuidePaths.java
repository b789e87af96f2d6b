package org.bodywork.therapists.guide;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where the booking site shows the guide's pages. */
public final class GuidePaths {

    private GuidePaths() {}

    public static List<String> all() {
        Stream<String> pages = Arrays.stream(Shelf.values())
                .flatMap(shelf -> shelf.slugs().stream().map(slug -> "/guide/" + shelf.path() + "/" + slug));
        return Stream.concat(Stream.of("/guide"), pages).toList();
    }
}
