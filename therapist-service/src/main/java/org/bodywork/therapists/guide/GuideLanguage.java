package org.bodywork.therapists.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language the guide is written in. */
enum GuideLanguage {
    EN,
    ES;

    private static final List<Locale> WRITTEN =
            Arrays.stream(values()).map(GuideLanguage::locale).toList();

    static Optional<GuideLanguage> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The one that suits a reader best; English where none does. */
    static GuideLanguage suiting(List<Locale.LanguageRange> wishes) {
        @Nullable Locale best = Locale.lookup(wishes, WRITTEN);
        return best == null ? EN : ofTag(best.getLanguage()).orElse(EN);
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.of(tag());
    }
}
