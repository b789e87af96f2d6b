package org.bodywork.therapists.review.domain;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes what people write fit to be shown: one form of each character, nothing invisible, no fields of blank lines. */
public final class Words {

    /** Characters that only turn or hide text. Joiners stay: scripts and family emoji need them. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}&&[^\u200C\u200D]]");

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern AROUND_LINE_END = Pattern.compile(" ?\n ?");
    private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");
    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

    private Words() {}

    /** The text as it is kept; nothing when it says nothing. */
    public static Optional<String> cleaned(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        text = LINE_END.matcher(text).replaceAll("\n");
        text = INVISIBLE.matcher(text).replaceAll("");
        text = BLANKS.matcher(text).replaceAll(" ");
        text = AROUND_LINE_END.matcher(text).replaceAll("\n");
        text = BLANK_LINES.matcher(text).replaceAll("\n\n");
        return Optional.of(text.strip()).filter(kept -> VISIBLE.matcher(kept).find());
    }
}
