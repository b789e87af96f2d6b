package org.bodywork.therapists.search;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the search index lies.
 *
 * @param folder of this instance alone; without one the index is made anew at every start
 */
@ConfigurationProperties("bodywork.search")
public record SearchSettings(@Nullable Path folder) {}
