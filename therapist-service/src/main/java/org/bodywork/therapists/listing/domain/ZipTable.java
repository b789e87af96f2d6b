package org.bodywork.therapists.listing.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the zip codes within 60 miles of St. Louis, Denver and Lakewood lie; immutable.
 *
 * <p>Positions are public facts, taken from release 3.0.0 of the {@code zipcodes} data set and rounded to four decimals,
 * about 30 feet.
 */
public final class ZipTable {

    private static final String FILE = "/zip-codes.csv";

    private static final Pattern ZIP = Pattern.compile("([0-9]{5})(?:-[0-9]{4})?");
    private static final String DEGREES = "([+-]?[0-9]{1,3}(?:\\.[0-9]{1,20})?)";
    private static final Pattern LAT_LON = Pattern.compile(DEGREES + "\\s{0,3},\\s{0,3}" + DEGREES);

    private final Map<String, Point> points;

    private ZipTable(Map<String, Point> points) {
        this.points = Map.copyOf(points);
    }

    /** Reads the table that comes with the service. */
    public static ZipTable load() {
        try (InputStream file = Objects.requireNonNull(ZipTable.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return new ZipTable(lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(
                            cells -> cells[0],
                            cells -> new Point(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The middle of the area, or the post office of a zip code of post boxes. Empty for one far away. */
    public Optional<Point> pointOf(String zip) {
        return Optional.ofNullable(points.get(zip));
    }

    /**
     * The place a person means by {@code 63143}, {@code 63143-1234} or {@code 38.6126,-90.3246}.
     *
     * @throws InvalidValue when it is neither, or a zip code that is not in the table
     */
    public Point near(String text) {
        Matcher zip = ZIP.matcher(text.strip());
        if (zip.matches()) {
            return pointOf(zip.group(1))
                    .orElseThrow(() -> new InvalidValue("is a zip code we do not know: we know those around"
                            + " St. Louis, Missouri, and around Denver and Lakewood, Colorado"));
        }
        Matcher latLon = LAT_LON.matcher(text.strip());
        if (latLon.matches()) {
            return new Point(degrees("latitude", latLon.group(1), 90), degrees("longitude", latLon.group(2), 180));
        }
        throw new InvalidValue("must be a zip code such as 63143, or latitude and longitude such as 38.6126,-90.3246");
    }

    private static double degrees(String name, String number, int most) {
        double degrees = Double.parseDouble(number);
        if (Math.abs(degrees) > most) {
            throw new InvalidValue("has a %s outside -%d to %d".formatted(name, most, most));
        }
        return degrees;
    }
}
