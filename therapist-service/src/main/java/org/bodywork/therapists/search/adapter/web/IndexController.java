package org.bodywork.therapists.search.adapter.web;

import org.bodywork.therapists.search.application.IndexRebuild;
import org.bodywork.therapists.search.application.ListingIndex;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For operators, should an instance's index ever be doubted; reachable with the internal token only. */
@RestController
class IndexController {

    private final IndexRebuild rebuild;
    private final ListingIndex index;

    IndexController(IndexRebuild rebuild, ListingIndex index) {
        this.rebuild = rebuild;
        this.index = index;
    }

    record RebuiltView(int listings) {}

    @PostMapping("/internal/search/rebuild")
    Mono<RebuiltView> rebuild() {
        return rebuild.rebuild().then(Mono.fromSupplier(() -> new RebuiltView(index.size())));
    }
}
