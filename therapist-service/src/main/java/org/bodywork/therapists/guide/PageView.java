package org.bodywork.therapists.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Modality;
import org.jspecify.annotations.Nullable;

/**
 * A page of the guide; in a list without its text.
 *
 * @param kind {@code modality}, {@code condition}, {@code self-care} or {@code page}
 * @param html safe to show as it is; begins below the title, its headings are h2
 * @param search a path of the booking site
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageView(
        String kind,
        String slug,
        String lang,
        String title,
        String summary,
        @Nullable String html,
        Related related,
        String search) {

    static PageView of(GuidePage page) {
        return of(page, page.html());
    }

    static PageView inList(GuidePage page) {
        return of(page, null);
    }

    private static PageView of(GuidePage page, @Nullable String html) {
        return new PageView(
                page.shelf().kind(),
                page.slug(),
                page.language().tag(),
                page.title(),
                page.summary(),
                html,
                new Related(
                        page.modalities().stream().map(Modality::slug).toList(),
                        page.conditions().stream().map(Condition::slug).toList()),
                page.search());
    }

    /** Slugs, nearest first. */
    record Related(List<String> modalities, List<String> conditions) {}
}
