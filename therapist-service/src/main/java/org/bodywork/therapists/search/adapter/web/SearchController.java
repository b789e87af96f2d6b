package org.bodywork.therapists.search.adapter.web;

import java.util.List;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.platform.web.Paging;
import org.bodywork.therapists.listing.domain.ZipTable;
import org.bodywork.therapists.search.adapter.web.AnswersInMemory.Question;
import org.bodywork.therapists.search.application.SearchListings;
import org.bodywork.therapists.search.domain.Search;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets anybody find who fits. */
@RestController
@RequestMapping("/api")
class SearchController {

    /** An edit is seen at once: who kept an answer asks whether it still holds. */
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();

    private final SearchListings search;
    private final ZipTable zips;
    private final AnswersInMemory answers;

    SearchController(SearchListings search, ZipTable zips, AnswersInMemory answers) {
        this.search = search;
        this.zips = zips;
        this.answers = answers;
    }

    @GetMapping(path = "/therapists", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> find(
            @RequestParam MultiValueMap<String, String> query, Paging paging, ServerWebExchange exchange) {
        Question question = answers.ask(SearchParameters.search(query, zips), paging);
        String tag = answers.tagOf(question);
        // Known already: then nothing is looked for at all.
        return exchange.checkNotModified(tag)
                ? Mono.just(answer(HttpStatus.NOT_MODIFIED, tag).build())
                : answers.answerTo(question).map(answer(HttpStatus.OK, tag)::body);
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, String tag) {
        return ResponseEntity.status(status).cacheControl(ASK_AGAIN).eTag(tag);
    }

    @GetMapping("/suggest")
    Mono<SuggestionsView> suggest(@RequestParam(name = "q", defaultValue = "") String beginning) {
        if (beginning.length() > Search.LONGEST_TEXT) {
            throw new InvalidRequest("/q", "is longer than " + Search.LONGEST_TEXT + " characters");
        }
        return search.suggest(beginning).map(SuggestionsView::of);
    }

    record SuggestionsView(List<SuggestionView> items) {

        static SuggestionsView of(List<org.bodywork.therapists.search.application.Suggestion> found) {
            return new SuggestionsView(found.stream()
                    .map(each -> new SuggestionView(each.kind().word(), each.text(), each.slug()))
                    .toList());
        }
    }

    record SuggestionView(String kind, String text, String slug) {}
}
