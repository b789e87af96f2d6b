package org.bodywork.therapists.search.adapter.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.bodywork.therapists.search.application.NextOpenings;
import org.bodywork.therapists.search.domain.Match;

/**
 * What a pass over a segment's documents looks at, in arrays by document: some 70 bytes each. Read once for a segment,
 * which never changes; only which of its documents still count does.
 */
final class Columns {

    /** Dearer than anything. */
    static final int NO_PRICE = Integer.MAX_VALUE;

    final long[] marks;
    final long[] years;
    final int[] cents;
    final int[] ties;

    /** Rating points, see {@link Match#rating}. */
    final float[] rating;

    /** Places in the column of {@link NextOpenings}. */
    final int[] openings;

    final Bearers bearers;

    /** Where a document's points begin in {@link #points}. */
    final int[] pointsFrom;

    final Globe.Points points;

    private Columns(LeafReader reader, NextOpenings known, Tongues tongues) throws IOException {
        int size = reader.maxDoc();
        marks = longs(reader, Fields.MARKS, size);
        years = longs(reader, Fields.YEARS, size);
        cents = ints(reader, Fields.CENTS, size, NO_PRICE);
        ties = ints(reader, Fields.TIE, size, 0);
        rating = rating(reader, size);
        openings = openings(reader, size, known);
        bearers = new Bearers(marks, DocValues.getSortedSet(reader, Fields.LANGUAGE), tongues);
        pointsFrom = new int[size + 1];
        points = points(reader, size);
    }

    static Columns of(LeafReader reader, NextOpenings known, Tongues tongues) throws IOException {
        return new Columns(reader, known, tongues);
    }

    private static long[] longs(LeafReader reader, String field, int size) throws IOException {
        long[] column = new long[size];
        NumericDocValues values = DocValues.getNumeric(reader, field);
        for (int document = values.nextDoc(); document != NO_MORE_DOCS; document = values.nextDoc()) {
            column[document] = values.longValue();
        }
        return column;
    }

    private static int[] ints(LeafReader reader, String field, int size, int otherwise) throws IOException {
        int[] column = new int[size];
        Arrays.fill(column, otherwise);
        NumericDocValues values = DocValues.getNumeric(reader, field);
        for (int document = values.nextDoc(); document != NO_MORE_DOCS; document = values.nextDoc()) {
            column[document] = Math.toIntExact(values.longValue());
        }
        return column;
    }

    private static float[] rating(LeafReader reader, int size) throws IOException {
        int[] sums = ints(reader, Fields.RATING_SUM, size, 0);
        int[] counts = ints(reader, Fields.RATING_COUNT, size, 0);
        float[] column = new float[size];
        for (int document = 0; document < size; document++) {
            column[document] = (float) Match.rating(Match.damped(sums[document], counts[document]));
        }
        return column;
    }

    private static int[] openings(LeafReader reader, int size, NextOpenings known) throws IOException {
        long[] high = longs(reader, Fields.ID_HIGH, size);
        long[] low = longs(reader, Fields.ID_LOW, size);
        int[] column = new int[size];
        for (int document = 0; document < size; document++) {
            column[document] = known.placeOf(new UUID(high[document], low[document]));
        }
        return column;
    }

    private Globe.Points points(LeafReader reader, int size) throws IOException {
        SortedNumericDocValues values = DocValues.getSortedNumeric(reader, Fields.POINT);
        Globe.Points column = new Globe.Points(size);
        for (int document = 0; document < size; document++) {
            pointsFrom[document] = column.size();
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    long point = values.nextValue();
                    column.add(
                            GeoEncodingUtils.decodeLatitude((int) (point >> Integer.SIZE)),
                            GeoEncodingUtils.decodeLongitude((int) point));
                }
            }
        }
        pointsFrom[size] = column.size();
        return column;
    }
}
