package org.bodywork.therapists.search.adapter.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bodywork.therapists.search.SearchSettings;
import org.bodywork.therapists.search.application.NextOpenings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LuceneWiring {

    @Bean
    LuceneListings listingIndex(SearchSettings settings, NextOpenings openings) {
        Path given = settings.folder();
        return new LuceneListings(given == null ? ofThisRun() : given, openings);
    }

    private static Path ofThisRun() {
        try {
            return Files.createTempDirectory("bodywork-search");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
