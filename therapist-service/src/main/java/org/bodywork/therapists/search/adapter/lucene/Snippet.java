package org.bodywork.therapists.search.adapter.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bodywork.therapists.search.application.Found.Piece;
import org.jspecify.annotations.Nullable;

/** The part of a text around the first word searched for, with every such word marked. */
final class Snippet {

    private static final int BEFORE = 60;
    private static final int LONGEST = 180;

    private final Words words;
    private final Set<String> terms;

    Snippet(Words words, List<String> terms) {
        this.words = words;
        this.terms = Set.copyOf(terms);
    }

    /** Nothing when the text has none of the words. */
    List<Piece> of(@Nullable String text) {
        if (text == null || terms.isEmpty()) {
            return List.of();
        }
        List<Words.Word> hits = words.of(text).stream()
                .filter(word -> terms.contains(word.term()))
                .toList();
        return hits.isEmpty() ? List.of() : around(text, hits);
    }

    private static List<Piece> around(String text, List<Words.Word> hits) {
        int from = wordBegin(text, Math.max(0, hits.getFirst().start() - BEFORE));
        int to = wordEnd(
                text,
                Math.min(text.length(), Math.max(from + LONGEST, hits.getFirst().end())));
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Words.Word hit : hits) {
            if (hit.end() <= to) {
                add(pieces, text.substring(at, hit.start()), false);
                add(pieces, text.substring(hit.start(), hit.end()), true);
                at = hit.end();
            }
        }
        add(pieces, text.substring(at, to), false);
        return pieces;
    }

    /** Cutting only at spaces never cuts a character in two. */
    private static int wordBegin(String text, int from) {
        if (from == 0) {
            return 0;
        }
        int space = text.indexOf(' ', from);
        return space < 0 || space > from + BEFORE ? 0 : space + 1;
    }

    private static int wordEnd(String text, int to) {
        int space = text.indexOf(' ', to);
        return space < 0 ? text.length() : space;
    }

    private static void add(List<Piece> pieces, String text, boolean match) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, match));
        }
    }
}
