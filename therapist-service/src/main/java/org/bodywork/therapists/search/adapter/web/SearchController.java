package org.bodywork.therapists.search.adapter.web;

import java.util.List;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.platform.web.Paging;
import org.bodywork.therapists.listing.domain.ZipTable;
import org.bodywork.therapists.search.application.SearchListings;
import org.bodywork.therapists.search.domain.Search;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets anybody find who fits. */
@RestController
@RequestMapping("/api")
class SearchController {

    private final SearchListings search;
    private final ZipTable zips;
    private final AnswersInMemory answers;

    SearchController(SearchListings search, ZipTable zips, AnswersInMemory answers) {
        this.search = search;
        this.zips = zips;
        this.answers = answers;
    }

    @GetMapping(path = "/therapists", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> find(@RequestParam MultiValueMap<String, String> query, Paging paging) {
        return answers.to(SearchParameters.search(query, zips), paging);
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
