package org.bodywork.therapists.listing.domain;

/** A place on the globe, WGS 84, in degrees. */
public record Point(double lat, double lon) {

    private static final double EARTH_RADIUS_MILES = 3958.8;

    public Point {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            throw new InvalidValue("is not a place on the globe");
        }
    }

    /** The great-circle distance. */
    public double milesTo(Point other) {
        double halfLat = Math.toRadians(other.lat - lat) / 2;
        double halfLon = Math.toRadians(other.lon - lon) / 2;
        double chord = square(Math.sin(halfLat))
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * square(Math.sin(halfLon));
        return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(chord));
    }

    private static double square(double number) {
        return number * number;
    }
}
