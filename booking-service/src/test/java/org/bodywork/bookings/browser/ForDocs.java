package org.bodywork.bookings.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * Keeps some of the pictures for docs/pages.md, small enough to be looked at there, when the tests run with {@code
 * -Dscreenshots.write=true}.
 */
final class ForDocs {

    private static final boolean WRITES = Boolean.getBoolean("screenshots.write");
    private static final Path FOLDER = Path.of("..", "docs", "screenshots");
    private static final int MOST_COLOURS = 256;
    private static final int MOST_BYTES = 100_000;

    /** A long page is shown from its beginning. */
    private static final int TALLEST = 2_700;

    private static final int TALLEST_WIDE = 1_250;
    private static final int WIDE = 1_000;

    private static final Set<String> CHOSEN = Set.of(
            "home-desktop-light-en.png",
            "home-phone-light-es.png",
            "results-desktop-light-en.png",
            "results-phone-dark-en.png",
            "profile-desktop-dark-es.png",
            "practice-phone-light-es.png",
            "book-contact-phone-light-en.png",
            "book-review-desktop-light-es.png",
            "booked-phone-light-en.png",
            "manage-phone-light-en.png",
            "after-phone-dark-en.png",
            "embed-demo-phone-light-en.png",
            "console-requests-desktop-light-en.png",
            "console-day-desktop-light-en.png");

    private ForDocs() {}

    static void keep(Path picture) {
        if (WRITES && CHOSEN.contains(String.valueOf(picture.getFileName()))) {
            try {
                write(picture);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void write(Path picture) throws IOException {
        Path kept = Files.createDirectories(FOLDER).resolve(String.valueOf(picture.getFileName()));
        BufferedImage full = ImageIO.read(picture.toFile());
        int tallest = full.getWidth() > WIDE ? TALLEST_WIDE : TALLEST;
        BufferedImage shown = full.getSubimage(0, 0, full.getWidth(), Math.min(full.getHeight(), tallest));
        ImageIO.write(withAPalette(shown), "png", kept.toFile());
        if (Files.size(kept) > MOST_BYTES) {
            throw new AssertionError(kept + " has more than " + MOST_BYTES + " bytes");
        }
    }

    /** A page has few colours: the most frequent stay, all others become the nearest of these. */
    private static BufferedImage withAPalette(BufferedImage full) {
        int[] pixels = full.getRGB(0, 0, full.getWidth(), full.getHeight(), null, 0, full.getWidth());
        int[] palette = frequent(pixels);
        Map<Integer, Integer> places = new HashMap<>();
        IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        BufferedImage small =
                new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int i = 0; i < pixels.length; i++) {
            int place = places.computeIfAbsent(pixels[i] & 0xffffff, colour -> nearest(palette, colour));
            small.getRaster().setSample(i % full.getWidth(), i / full.getWidth(), 0, place);
        }
        return small;
    }

    private static int[] frequent(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        List<Integer> colours = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MOST_COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        return colours.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = squared(palette[i] >> 16, colour >> 16)
                    + squared(palette[i] >> 8, colour >> 8)
                    + squared(palette[i], colour);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int squared(int one, int other) {
        int difference = (one & 0xff) - (other & 0xff);
        return difference * difference;
    }
}
