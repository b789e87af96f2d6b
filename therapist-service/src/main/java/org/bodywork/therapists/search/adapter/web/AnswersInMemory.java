package org.bodywork.therapists.search.adapter.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.bodywork.platform.web.Paging;
import org.bodywork.therapists.search.application.SearchListings;
import org.bodywork.therapists.search.domain.Search;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as they go over the wire, kept for who asks the same while nothing they were made from has changed. An answer
 * is known by that state, so one from before a change is never given again.
 */
@Component
final class AnswersInMemory {

    private static final long MOST_BYTES = 16L << 20;

    /** States are numbered from each start anew, so a tag from another run of the service says nothing here. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

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

    /** A search of what is known at this moment. */
    record Question(SearchListings.State state, Search search, Paging paging) {}

    Question ask(Search asked, Paging paging) {
        return new Question(search.state(), asked, paging);
    }

    /** The answer's name as an HTTP entity tag. Weak: the same words, compressed or not. */
    String tagOf(Question question) {
        return "W/\"%s-%x-%x-%x\""
                .formatted(run, question.state().generation(), question.state().step(), question.hashCode());
    }

    Mono<byte[]> answerTo(Question question) {
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
