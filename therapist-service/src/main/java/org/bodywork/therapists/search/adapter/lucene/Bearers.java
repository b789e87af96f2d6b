package org.bodywork.therapists.search.adapter.lucene;

import java.io.IOException;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which documents of a segment bear each mark, and which speak each language: a bit a document, so that 64 of them are
 * filtered or counted at once.
 */
final class Bearers {

    private final long[] nobody;
    private final long[][] ofMark = new long[Marks.COUNT][];
    private final long[][] ofTongue;

    Bearers(long[] marks, SortedSetDocValues languages, Tongues tongues) throws IOException {
        int documents = marks.length;
        nobody = nobody(documents);
        for (int mark = 0; mark < ofMark.length; mark++) {
            ofMark[mark] = nobody(documents);
        }
        for (int document = 0; document < documents; document++) {
            for (long left = marks[document]; left != 0; left &= left - 1) {
                add(ofMark[Long.numberOfTrailingZeros(left)], document);
            }
        }
        ofTongue = spoken(languages, tongues, documents);
    }

    private static long[][] spoken(SortedSetDocValues languages, Tongues tongues, int documents) throws IOException {
        int[] numbers = new int[Math.toIntExact(languages.getValueCount())];
        int highest = -1;
        for (int ord = 0; ord < numbers.length; ord++) {
            numbers[ord] = tongues.numberOf(languages.lookupOrd(ord).utf8ToString());
            highest = Math.max(highest, numbers[ord]);
        }
        long[][] spoken = new long[highest + 1][];
        for (int number : numbers) {
            spoken[number] = nobody(documents);
        }
        for (int document = languages.nextDoc();
                document != SortedSetDocValues.NO_MORE_DOCS;
                document = languages.nextDoc()) {
            for (int i = 0; i < languages.docValueCount(); i++) {
                add(spoken[numbers[Math.toIntExact(languages.nextOrd())]], document);
            }
        }
        return spoken;
    }

    private static long[] nobody(int documents) {
        return new long[FixedBitSet.bits2words(documents)];
    }

    private static void add(long[] bearers, int document) {
        bearers[document / Long.SIZE] |= 1L << document;
    }

    long[] of(int mark) {
        return ofMark[mark];
    }

    /** Of a language that nobody in this segment speaks, an empty answer. */
    long[] speaking(int tongue) {
        return tongue < ofTongue.length && ofTongue[tongue] != null ? ofTongue[tongue] : nobody;
    }
}
