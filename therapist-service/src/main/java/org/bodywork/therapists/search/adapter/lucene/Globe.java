package org.bodywork.therapists.search.adapter.lucene;

import java.util.Arrays;
import org.bodywork.therapists.listing.domain.Point;

/**
 * Places as points of a ball of radius one. The straight line between two of them grows with the way on the surface, so
 * it orders by distance with three multiplications; within 250 miles, the farthest anybody searches, it is as long as
 * the way to one part in five thousand.
 */
final class Globe {

    private static final double RADIUS_MILES = 6_371.0088 / 1.609344;

    private Globe() {}

    /** The length of the straight line, squared, between places so many miles apart on the surface. */
    static double squaredChord(double miles) {
        double half = Math.sin(miles / (2 * RADIUS_MILES));
        return 4 * half * half;
    }

    static double miles(double squaredChord) {
        return 2 * RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2));
    }

    /** Any number of places, numbered as they were added. */
    static final class Points {

        private double[] x;
        private double[] y;
        private double[] z;
        private int size;

        Points(int expected) {
            x = new double[expected];
            y = new double[expected];
            z = new double[expected];
        }

        static Points only(Point point) {
            Points one = new Points(1);
            one.add(point.lat(), point.lon());
            return one;
        }

        void add(double lat, double lon) {
            if (size == x.length) {
                int larger = Math.max(4, 2 * size);
                x = Arrays.copyOf(x, larger);
                y = Arrays.copyOf(y, larger);
                z = Arrays.copyOf(z, larger);
            }
            double phi = Math.toRadians(lat);
            double lambda = Math.toRadians(lon);
            x[size] = Math.cos(phi) * Math.cos(lambda);
            y[size] = Math.cos(phi) * Math.sin(lambda);
            z[size] = Math.sin(phi);
            size++;
        }

        int size() {
            return size;
        }

        /** The length of the straight line, squared, from here to the other's first place. */
        double squaredChord(int place, Points other) {
            double dx = x[place] - other.x[0];
            double dy = y[place] - other.y[0];
            double dz = z[place] - other.z[0];
            return dx * dx + dy * dy + dz * dz;
        }
    }
}
