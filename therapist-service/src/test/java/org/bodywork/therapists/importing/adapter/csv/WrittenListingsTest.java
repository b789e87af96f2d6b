package org.bodywork.therapists.importing.adapter.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bodywork.therapists.importing.domain.ExportRow;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.importing.domain.ImportRow.Listing;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.junit.jupiter.api.Test;

class WrittenListingsTest {

    private static final Path DEMO = Path.of("../all-in-one/src/main/resources/demo/therapists.csv");

    @Test
    void readsBackAllOfTheDemoAsItWas() throws IOException {
        List<ImportRow> demo = ReadFile.of(Files.readAllBytes(DEMO), 8192);

        List<ImportRow> again = ReadFile.of(written(demo).getBytes(UTF_8), 8192);

        assertThat(demo).hasSizeGreaterThan(60).allMatch(Listing.class::isInstance);
        assertThat(again).isEqualTo(demo);
    }

    @Test
    void readsBackWhatMustBeQuotedAndWhatMayBeMissing() {
        List<ImportRow> rows = ReadFile.of(TestRow.file(
                TestRow.aTherapist("quoted")
                        .with("therapist_name", "Lucía \"Lu\" Ortega, LMT")
                        .with("approach", "One line,\nand another.")
                        .with("certificates", "Oncology massage|S4OM||2027-01-31|;Cupping||||")
                        .with("pressure", "light-medium")
                        .with(
                                "treatments",
                                "a|A|swedish|60|95.00|15|Acorn;b|B|swedish|60|95.00|15|none;c|C|swedish|60|95.00|15")
                        .with("holidays", "federal;2027-02-12")
                        .with("licence_number", "")
                        .with("licence_state", "")
                        .with("licence_expires", "")
                        .with("licence_checked", ""),
                TestRow.aPractice("unclaimed").with("street", "").with("rooms", "")));

        assertThat(ReadFile.told(rows)).containsExactly("2 read", "4 read");
        assertThat(ReadFile.of(written(rows).getBytes(UTF_8), 100)).isEqualTo(rows);
    }

    private static String written(List<ImportRow> rows) {
        WrittenListings file = new WrittenListings();
        return file.header()
                + file.lines(rows.stream()
                        .map(Listing.class::cast)
                        .map(WrittenListingsTest::asExported)
                        .toList());
    }

    private static ExportRow asExported(Listing row) {
        ImportRow.ListedTherapist listed = row.therapist();
        return new ExportRow(
                row.practice(),
                row.practice().locations().getFirst(),
                listed == null ? null : asExported(listed, listed.email()));
    }

    private static ExportRow.Listed asExported(ImportRow.ListedTherapist listed, EmailAddress email) {
        return new ExportRow.Listed(
                listed.therapist(), listed.therapist().schedule().weekOn(ReadFile.TODAY), email);
    }
}
