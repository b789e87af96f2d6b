package org.bodywork.therapists.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipTableTest {

    private static final Point ST_LOUIS = new Point(38.6270, -90.1994);
    private static final Point MAPLEWOOD = new Point(38.6126, -90.3246);
    private static final Point DENVER = new Point(39.7392, -104.9903);
    private static final Point LAKEWOOD = new Point(39.7047, -105.0814);

    private final ZipTable zips = ZipTable.load();

    @Test
    void knowsZipCodesOfBothMetroAreas() {
        assertThat(zips.pointOf("63143").orElseThrow().milesTo(MAPLEWOOD)).isLessThan(1);
        assertThat(zips.pointOf("63101").orElseThrow().milesTo(ST_LOUIS)).isLessThan(1);
        assertThat(zips.pointOf("62025").orElseThrow().milesTo(ST_LOUIS)).isBetween(14.0, 22.0);
        assertThat(zips.pointOf("80226").orElseThrow().milesTo(LAKEWOOD)).isLessThan(2);
        assertThat(zips.pointOf("80202").orElseThrow().milesTo(DENVER)).isLessThan(2);
    }

    @Test
    void reachesSixtyMilesAndNoFurther() {
        var known = IntStream.range(0, 100_000)
                .mapToObj("%05d"::formatted)
                .flatMap(zip -> zips.pointOf(zip).stream())
                .toList();

        assertThat(known)
                .hasSizeGreaterThan(600)
                .allSatisfy(point -> assertThat(Math.min(
                                point.milesTo(ST_LOUIS), Math.min(point.milesTo(DENVER), point.milesTo(LAKEWOOD))))
                        .isLessThan(60.1));
        assertThat(zips.pointOf("60601")).as("Chicago").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"63143", "63143-1234", " 63143 "})
    void readsAZipCode(String text) {
        assertThat(zips.near(text)).isEqualTo(zips.pointOf("63143").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"38.6126,-90.3246", "38.6126, -90.3246", "+38.6126,-090.3246"})
    void readsLatitudeAndLongitude(String text) {
        Point point = zips.near(text);

        assertThat(point.lat()).isCloseTo(38.6126, Offset.offset(1e-9));
        assertThat(point.lon()).isCloseTo(-90.3246, Offset.offset(1e-9));
    }

    @Test
    void saysWhichZipCodesItKnows() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> zips.near("10001"))
                .withMessageContainingAll("St. Louis", "Denver", "Lakewood");
    }

    @ParameterizedTest
    @CsvSource({"'90.1,0', latitude", "'-91,0', latitude", "'0,180.5', longitude", "'38.6,-900', longitude"})
    void namesTheDegreesThatAreOutOfRange(String text, String which) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> zips.near(text))
                .withMessageContaining(which);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Maplewood",
                "6314",
                "631433",
                "63143-12",
                "38.6",
                "38.6,",
                "38.6;-90.3",
                "38.6,-90.3,1",
                "NaN,NaN",
                "1e2,3",
                "38.6126 -90.3246",
                "٦٣١٤٣",
                "1234,5"
            })
    void refusesWhatIsNeither(String text) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> zips.near(text))
                .withMessageContaining("must be a zip code such as 63143");
    }

    @Test
    void refusesVeryLongTextWithoutRepeatingIt() {
        String tooLong = "1".repeat(10_000);

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> zips.near(tooLong))
                .satisfies(refused -> assertThat(refused.reason()).hasSizeLessThan(200));
    }
}
