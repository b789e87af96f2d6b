package org.bodywork.therapists.guide;

import java.util.List;
import java.util.stream.Collectors;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Modality;

/**
 * One page in one language.
 *
 * @param html safe to show as it is: of our own Markdown, in which HTML counts as text
 * @param modalities related to it, nearest first
 * @param conditions related to it, nearest first
 */
record GuidePage(
        Shelf shelf,
        String slug,
        GuideLanguage language,
        String title,
        String summary,
        String html,
        List<Modality> modalities,
        List<Condition> conditions) {

    GuidePage {
        modalities = List.copyOf(modalities);
        conditions = List.copyOf(conditions);
    }

    /** The booking site's search for whom a reader of this page may look for. */
    String search() {
        return switch (shelf) {
            case MODALITIES -> "/therapists?modality=" + slug;
            case CONDITIONS -> "/therapists?condition=" + slug;
            case SELF_CARE ->
                conditions.stream()
                        .map(condition -> "condition=" + condition.slug())
                        .collect(Collectors.joining("&", "/therapists?", ""));
            case PAGES -> "/therapists";
        };
    }
}
