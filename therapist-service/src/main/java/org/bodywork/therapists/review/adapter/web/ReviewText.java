package org.bodywork.therapists.review.adapter.web;

import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.therapists.review.domain.Words;

/** What people write, made fit to be kept. */
final class ReviewText {

    private ReviewText() {}

    static String of(String written, String pointer) {
        return Words.cleaned(written)
                .orElseThrow(() -> new InvalidRequest(pointer, "Must say something that can be read."));
    }
}
