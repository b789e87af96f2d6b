package org.bodywork.platform.web;

import org.bodywork.platform.crypto.Digests;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** Answers that are the same for everybody: a cache may keep them, and ask cheaply whether they still hold. */
public final class PublicAnswer {

    private PublicAnswer() {}

    /**
     * The answer with a tag of its content. A request that knows the tag is answered 304 without a body.
     *
     * @param freshness for how long nobody need ask again
     */
    public static <T extends Record> ResponseEntity<T> of(T view, CacheControl freshness) {
        return answer(freshness, view).body(view);
    }

    /** As {@link #of}, with room for more headers. */
    public static ResponseEntity.BodyBuilder answer(CacheControl freshness, Record view) {
        return ResponseEntity.ok().cacheControl(freshness).eTag(tag(view.toString()));
    }

    /** Weak: the same words, compressed or not. A record's text names all of its members. */
    private static String tag(String content) {
        return "W/\"" + Digests.sha256Hex(content) + "\"";
    }
}
