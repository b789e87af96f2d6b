package org.bodywork.therapists.search.adapter.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.bodywork.platform.web.Paging;
import org.bodywork.therapists.search.application.SearchListings;
import org.bodywork.therapists.search.domain.Search;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as they go over the wire, kept for who asks the same while the index stays as it is. An answer is known by the
 * index's generation, so one from before a change is never given again.
 */
@Component
final class AnswersInMemory {

    private static final long MOST_BYTES = 16L << 20;

    private final SearchListings search;
    private final JsonMapper json;
    private final Cache<Question, byte[]> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Question, byte[]>weigher((_, answer) -> answer.length)
            .build();

    AnswersInMemory(SearchListings search, JsonMapper json) {
        this.search = search;
        this.json = json;
    }

    private record Question(long generation, Search search, Paging paging) {}

    Mono<byte[]> to(Search asked, Paging paging) {
        Question question = new Question(search.generation(), asked, paging);
        byte[] known = answers.getIfPresent(question);
        return known != null ? Mono.just(known) : fresh(question);
    }

    private Mono<byte[]> fresh(Question question) {
        Paging paging = question.paging();
        return search.find(question.search(), paging.offset(), paging.size())
                .map(answer -> json.writeValueAsBytes(PageView.of(answer, paging)))
                .doOnNext(written -> answers.put(question, written));
    }
}
