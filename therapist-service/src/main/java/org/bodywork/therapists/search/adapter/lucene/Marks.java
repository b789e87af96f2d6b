package org.bodywork.therapists.search.adapter.lucene;

import java.util.Collection;
import java.util.Set;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.search.domain.Entry;

/** A listing's words of the fixed vocabularies, a bit each in one number. */
final class Marks {

    static final int MODALITIES = 0;
    static final int CONDITIONS = MODALITIES + Modality.values().length;
    static final int GENDERS = CONDITIONS + Condition.values().length;
    static final int AREAS = GENDERS + Gender.values().length;
    static final int PRACTICE = AREAS + Area.values().length;
    static final int COUNT = PRACTICE + 1;

    private Marks() {}

    static long of(Entry entry) {
        long marks = of(entry.modalities(), MODALITIES)
                | of(entry.conditions().stream().map(known -> known.condition()).toList(), CONDITIONS)
                | of(Set.of(entry.area()), AREAS);
        if (entry.gender() != null) {
            marks |= of(Set.of(entry.gender()), GENDERS);
        }
        if (entry.kind() == Entry.Kind.PRACTICE) {
            marks |= 1L << PRACTICE;
        }
        return marks;
    }

    /** The bits of these words, counted from the first bit of their vocabulary. */
    static long of(Collection<? extends Enum<?>> words, int first) {
        long marks = 0;
        for (Enum<?> word : words) {
            marks |= 1L << (first + position(word));
        }
        return marks;
    }

    /** The place of a word in its vocabulary. Another order of words needs another {@link Fields#VERSION}. */
    @SuppressWarnings("EnumOrdinal")
    static int position(Enum<?> word) {
        return word.ordinal();
    }
}
