package org.bodywork.therapists.search.adapter.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Free text as a query: each word in any field, also with a typing error, the last one also half typed. Of one or two
 * words all must be there, of more all but a quarter. Nothing in the text is an operator.
 */
final class WordQuery {

    private static final int MOST_WORDS = 12;
    private static final int FORGIVES_ONE_ERROR_FROM = 4;
    private static final int FORGIVES_TWO_ERRORS_FROM = 8;
    private static final int WHOLE_WORDS_ONLY_BELOW = 3;
    private static final int MOST_SIMILAR_WORDS = 24;
    private static final float OF_AN_ERROR = 0.4f;
    private static final float OF_A_BEGINNING = 0.6f;

    private static final Map<String, Float> WEIGHTS = Map.of(
            Fields.NAME, 3f,
            Fields.CONDITIONS, 4f,
            Fields.MODALITIES, 3f,
            Fields.PRACTICE, 2f,
            Fields.APPROACH, 1f);

    private WordQuery() {}

    static Query of(List<String> words) {
        List<String> few = words.subList(0, Math.min(MOST_WORDS, words.size()));
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < few.size(); i++) {
            all.add(anywhere(few.get(i), i == few.size() - 1), Occur.SHOULD);
        }
        return all.setMinimumNumberShouldMatch(needed(few.size())).build();
    }

    private static int needed(int words) {
        return words <= 2 ? words : words - words / 4;
    }

    private static Query anywhere(String word, boolean last) {
        List<Query> fields = new ArrayList<>();
        WEIGHTS.forEach((field, weight) -> {
            Term term = new Term(field, word);
            fields.add(new BoostQuery(new TermQuery(term), weight));
            if (word.length() >= FORGIVES_ONE_ERROR_FROM) {
                int errors = word.length() >= FORGIVES_TWO_ERRORS_FROM ? 2 : 1;
                Query similar = new FuzzyQuery(term, errors, 1, MOST_SIMILAR_WORDS, true);
                fields.add(new BoostQuery(similar, weight * OF_AN_ERROR));
            }
            if (last && word.length() >= WHOLE_WORDS_ONLY_BELOW) {
                fields.add(new BoostQuery(new PrefixQuery(term), weight * OF_A_BEGINNING));
            }
        });
        return new DisjunctionMaxQuery(fields, 0.1f);
    }
}
