package org.bodywork.notifications.letter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** One thing for each language we write in. */
public final class PerLanguage<T> {

    private final Map<Language, T> all = new EnumMap<>(Language.class);

    private PerLanguage(Function<Language, T> made) {
        for (Language language : Language.values()) {
            all.put(language, made.apply(language));
        }
    }

    public static <T> PerLanguage<T> of(Function<Language, T> made) {
        return new PerLanguage<>(made);
    }

    public T in(Language language) {
        return Objects.requireNonNull(all.get(language));
    }
}
