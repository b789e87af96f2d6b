package org.bodywork.therapists.search.adapter.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.bodywork.platform.web.Paging;
import org.bodywork.therapists.search.application.SearchListings;
import org.bodywork.therapists.search.domain.Search;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as they go over the wire, kept for who asks the same while nothing they were made from has changed. An answer
 * is known by that state, so one from before a change is never given again. It is kept from the second time it is made.
 */
@Component
final class AnswersInMemory {

    private static final long MOST_BYTES = 16L << 20;
    private static final int MARKS = 1 << 14;

    /** States are numbered from each start anew, so a tag from another run of the service says nothing here. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private final SearchListings search;
    private final JsonMapper json;
    private final Cache<Question, byte[]> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Question, byte[]>weigher((_, answer) -> answer.length)
            .build();

    /** Of questions asked lately, their hashes: an answer that nobody asks for again is not worth its place. */
    private final AtomicIntegerArray asked = new AtomicIntegerArray(MARKS);

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
                .doOnNext(written -> {
                    if (wasAsked(question)) {
                        answers.put(question, written);
                    }
                });
    }

    private boolean wasAsked(Question question) {
        int hash = question.hashCode();
        return asked.getAndSet(hash & (MARKS - 1), hash) == hash;
    }
}
