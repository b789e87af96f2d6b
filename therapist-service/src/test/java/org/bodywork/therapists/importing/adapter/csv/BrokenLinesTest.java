package org.bodywork.therapists.importing.adapter.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.therapists.importing.adapter.csv.TestRow.aTherapist;
import static org.bodywork.therapists.importing.adapter.csv.TestRow.header;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.importing.domain.UnusableHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenLinesTest {

    private static final String GOOD = aTherapist("lucia").line();
    private static final String ALSO_GOOD = aTherapist("walter").line();

    @Test
    void refusesOnlyTheLineWhoseQuoteIsNeverClosed() {
        String open = aTherapist("amra").line().replace("I begin slowly.", "\"I begin slowly.");

        List<ImportRow> rows = ReadFile.of(header(), open, GOOD, ALSO_GOOD);

        assertThat(ReadFile.told(rows)).containsExactly("2 approach: the quote is not closed", "3 read", "4 read");
    }

    @Test
    void refusesOnlyTheLineWhoseQuoteIsClosedByALaterLine() {
        String open = aTherapist("amra").line().replace("I begin slowly.", "\"I begin slowly.");
        String quoted = aTherapist("lucia").with("approach", "Slowly, always").line();

        List<ImportRow> rows = ReadFile.of(header(), open, quoted, GOOD);

        assertThat(ReadFile.told(rows)).containsExactly("2 approach: text after the closing quote", "3 read", "4 read");
    }

    @Test
    void readsOnAfterMoreOpenLinesThanARecordMaySpan() {
        String open = aTherapist("amra").line().replace("I begin slowly.", "\"I begin slowly.");
        String[] lines = new String[RecordReader.MOST_LINES + 10];
        Arrays.fill(lines, GOOD);
        lines[0] = header();
        lines[1] = open;

        List<ImportRow> rows = ReadFile.of(lines);

        assertThat(rows)
                .hasSize(lines.length - 1)
                .filteredOn(ImportRow.Refused.class::isInstance)
                .hasSize(1);
    }

    @Test
    void refusesTextAfterAClosingQuote() {
        String broken = aTherapist("amra").line().replace("I begin slowly.", "\"I begin\" slowly.");

        assertThat(ReadFile.told(ReadFile.of(header(), broken, GOOD)))
                .containsExactly("2 approach: text after the closing quote", "3 read");
    }

    @Test
    void refusesAQuoteInsideAnUnquotedField() {
        String broken = aTherapist("amra").line().replace("I begin slowly.", "I \"begin\" slowly.");

        assertThat(ReadFile.told(ReadFile.of(header(), broken, GOOD)))
                .containsExactly("2 approach: a quote inside a field that does not begin with one", "3 read");
    }

    @Test
    void refusesTooFewAndTooManyFields() {
        String few = "quiet-oak,Quiet Oak";
        String many = GOOD + ",more";

        assertThat(ReadFile.told(ReadFile.of(header(), few, many, GOOD)))
                .containsExactly(
                        "2 practice_kind: 2 fields where the header has 40",
                        "3 holidays: 41 fields where the header has 40",
                        "4 read");
    }

    @Test
    void refusesALineThatIsNotUtf8AndNamesTheColumn() {
        byte[] file = joined(
                (header() + "\n").getBytes(UTF_8), (GOOD + "\n").getBytes(ISO_8859_1), ALSO_GOOD.getBytes(UTF_8));

        assertThat(ReadFile.told(ReadFile.of(file, 4096)))
                .containsExactly("2 therapist_name: the bytes are not UTF-8", "3 read");
    }

    @Test
    void refusesALineOfTenMegabytesWithoutHoldingIt() {
        String endless = "x".repeat(10 << 20);

        assertThat(ReadFile.told(ReadFile.of(header(), endless, GOOD)))
                .containsExactly("2 null: the line is longer than 1048576 bytes", "3 read");
    }

    @Test
    void readsALineBreakInsideQuotes() {
        String spanning =
                aTherapist("amra").with("approach", "Slowly.\nAlways.").line();

        assertThat(ReadFile.told(ReadFile.of(header(), spanning, GOOD))).containsExactly("2 read", "4 read");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void readsTheSameInChunksOfAnySize(int size) {
        byte[] file = String.join("\r\n", "\uFEFF" + header(), GOOD, "", ALSO_GOOD, "")
                .getBytes(UTF_8);

        assertThat(ReadFile.told(ReadFile.of(file, size))).containsExactly("2 read", "4 read");
    }

    @Test
    void namesEveryColumnThatTheHeaderLacksRepeatsOrInvents() {
        String header = header().replace("zip,", "post_code,").replace("lon,", "lat,");

        assertThatThrownBy(() -> ReadFile.of(header, GOOD))
                .isInstanceOfSatisfying(
                        UnusableHeader.class,
                        unusable -> assertThat(unusable.columns())
                                .containsOnlyKeys("zip", "post_code", "lat", "lon")
                                .containsEntry("zip", "is missing")
                                .containsEntry("lat", "is named twice")
                                .containsEntry("post_code", "is not a column of this format"));
    }

    @Test
    void cannotUseAnEmptyFile() {
        assertThatThrownBy(() -> ReadFile.of(""))
                .isInstanceOf(UnusableHeader.class)
                .hasMessageContaining("empty");
    }

    @Test
    void cannotUseUtf16() {
        byte[] file = (header() + "\n" + GOOD).getBytes(UTF_16);

        assertThatThrownBy(() -> ReadFile.of(file, 4096))
                .isInstanceOf(UnusableHeader.class)
                .hasMessageContaining("not UTF-8");
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
