package org.bodywork.therapists.search.adapter.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.bodywork.therapists.listing.domain.Experience;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.listing.domain.Rating;
import org.bodywork.therapists.search.domain.Entry;
import org.bodywork.therapists.search.domain.Lexicon;

/** The fields of a listing's document. */
final class Fields {

    /** Changes with every change of the fields: an index of another version is made anew. */
    static final String VERSION = "3";

    static final String ID = "id";

    /** The id as two numbers. */
    static final String ID_HIGH = "idHigh";

    static final String ID_LOW = "idLow";

    /** The whole entry as JSON, beside the documents' columns: it is read for a page of them at a time. */
    static final String ENTRY = "entry";

    static final String NAME = "name";
    static final String PRACTICE = "practice";
    static final String CONDITIONS = "conditions";
    static final String MODALITIES = "modalities";
    static final String APPROACH = "approach";

    /** Each word of a name with all that follows it, in lower case, for suggestions. */
    static final String BEGINNINGS = "beginnings";

    static final String POINT = "point";
    static final String MARKS = "marks";
    static final String LANGUAGE = "language";
    static final String YEARS = "years";
    static final String CENTS = "cents";
    static final String RATING_SUM = "ratingSum";
    static final String RATING_COUNT = "ratingCount";

    /** Orders equals alike at all times, unlike Lucene's own numbers. */
    static final String TIE = "tie";

    private static final int BEST_KNOWN_YEARS = 15;
    private static final int YEARS_BITS = 4;

    private Fields() {}

    static Document of(Entry entry, byte[] stored) {
        Document document = new Document();
        document.add(new StringField(ID, entry.id(), Field.Store.NO));
        document.add(new BinaryDocValuesField(ENTRY, new BytesRef(stored)));
        texts(document, entry);
        for (Point point : entry.points()) {
            document.add(new LatLonDocValuesField(POINT, point.lat(), point.lon()));
        }
        numbers(document, entry);
        entry.languages()
                .forEach(language -> document.add(new SortedSetDocValuesField(LANGUAGE, new BytesRef(language))));
        return document;
    }

    private static void texts(Document document, Entry entry) {
        text(document, NAME, entry.name());
        Entry.PracticeName practice = entry.practice();
        if (practice != null) {
            text(document, PRACTICE, practice.name());
        }
        entry.conditions()
                .forEach(known -> Lexicon.of(known.condition()).forEach(word -> text(document, CONDITIONS, word)));
        entry.modalities().forEach(modality -> Lexicon.of(modality).forEach(word -> text(document, MODALITIES, word)));
        String approach = entry.approach();
        if (approach != null) {
            text(document, APPROACH, approach);
        }
        beginnings(entry.name()).forEach(each -> document.add(new StringField(BEGINNINGS, each, Field.Store.NO)));
    }

    private static void text(Document document, String field, String text) {
        document.add(new TextField(field, text, Field.Store.NO));
    }

    static List<String> beginnings(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("\\s+");
        List<String> beginnings = new ArrayList<>();
        for (int from = 0; from < words.length; from++) {
            beginnings.add(String.join(" ", List.of(words).subList(from, words.length)));
        }
        return beginnings;
    }

    private static void numbers(Document document, Entry entry) {
        UUID id = UUID.fromString(entry.id());
        number(document, ID_HIGH, id.getMostSignificantBits());
        number(document, ID_LOW, id.getLeastSignificantBits());
        number(document, MARKS, Marks.of(entry));
        number(document, TIE, entry.id().hashCode());
        number(document, YEARS, years(entry.conditions()));
        if (entry.priceFrom() != null) {
            number(document, CENTS, entry.priceFrom().amount().movePointRight(2).longValueExact());
        }
        Rating rating = entry.rating();
        if (rating != null) {
            number(document, RATING_SUM, rating.sum());
            number(document, RATING_COUNT, rating.count());
        }
    }

    private static void number(Document document, String field, long value) {
        document.add(new NumericDocValuesField(field, value));
    }

    /** Four bits a condition: more years than fifteen count as fifteen. */
    private static long years(List<Experience> known) {
        long years = 0;
        for (Experience experience : known) {
            long counted = Math.min(experience.years(), BEST_KNOWN_YEARS);
            years |= counted << (YEARS_BITS * Marks.position(experience.condition()));
        }
        return years;
    }

    static int years(long years, int condition) {
        return (int) (years >>> (YEARS_BITS * condition)) & BEST_KNOWN_YEARS;
    }
}
