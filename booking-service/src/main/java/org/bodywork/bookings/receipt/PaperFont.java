package org.bodywork.bookings.receipt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * The one font of paper: Liberation Sans (SIL Open Font License 1.1), which PDFBox brings along and of which each paper
 * carries the letters it uses. It knows Latin, Greek, Cyrillic and Hebrew letters; of any other, such as Arabic or an
 * emoji, the paper shows an empty square. The page, which uses the reader's own fonts, shows them all.
 */
@Component
final class PaperFont {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What a reader takes for one letter, however many code points it has. */
    private static final Pattern LETTER = Pattern.compile("\\X");

    private static final String SQUARE = "\u25A1";

    private final byte[] bytes;
    private final CmapLookup letters;

    /** Read at start: what draws later never waits for a file. */
    PaperFont() {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE), FILE)) {
            this.bytes = file.readAllBytes();
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
                this.letters = font.getUnicodeCmapLookup();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDFont in(PDDocument paper) throws IOException {
        return PDType0Font.load(paper, new ByteArrayInputStream(bytes), true);
    }

    /** The text as it is to be set, from left to right, in letters that the font has. */
    String settable(String text) {
        String known = LETTER.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .results()
                .map(found -> settableLetter(found.group()))
                .collect(Collectors.joining());
        return Bidi.requiresBidi(known.toCharArray(), 0, known.length()) ? fromLeft(known) : known;
    }

    private String settableLetter(String letter) {
        if (letter.codePoints().allMatch(point -> Character.isWhitespace(point) || Character.isISOControl(point))) {
            return " ";
        }
        return letter.codePoints().allMatch(point -> letters.getGlyphId(point) != 0) ? letter : SQUARE;
    }

    private static String fromLeft(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int[] points = text.codePoints().toArray();
        byte[] levels = new byte[points.length];
        int at = 0;
        for (int i = 0; i < points.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(at);
            at += Character.charCount(points[i]);
        }
        Integer[] shown = Arrays.stream(points).boxed().toArray(Integer[]::new);
        Bidi.reorderVisually(levels, 0, shown, 0, shown.length);
        return List.of(shown).stream().map(Character::toString).collect(Collectors.joining());
    }
}
