package org.bodywork.therapists.importing.adapter.csv;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of bytes into lines, holding at most one line at a time. For one file and one thread. */
final class LineAssembler {

    static final int LONGEST_LINE_BYTES = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ByteArrayOutputStream current = new ByteArrayOutputStream(4096);
    private boolean overlong;
    private int number = 1;

    List<Line> feed(ByteBuffer chunk) {
        List<Line> lines = new ArrayList<>();
        byte[] bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                keep(bytes, start, at);
                lines.add(endLine());
                start = at + 1;
            }
        }
        keep(bytes, start, bytes.length);
        return lines;
    }

    /** The last line, where the file does not end with a line break. */
    List<Line> finish() {
        return current.size() > 0 || overlong ? List.of(endLine()) : List.of();
    }

    private void keep(byte[] bytes, int from, int to) {
        if (current.size() + (to - from) > LONGEST_LINE_BYTES) {
            overlong = true;
            current.reset();
        }
        if (!overlong) {
            current.write(bytes, from, to - from);
        }
    }

    private Line endLine() {
        Line line = overlong ? new Line.Overlong(number) : decoded(ByteBuffer.wrap(current.toByteArray()));
        current.reset();
        overlong = false;
        number++;
        return line;
    }

    private Line decoded(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(bytes.remaining());
        CoderResult result = decoder.decode(bytes, characters, true);
        String text = withoutMark(characters.flip().toString());
        return result.isError() ? new Line.Undecodable(number, text) : new Line.Text(number, withoutReturn(text));
    }

    private String withoutMark(String text) {
        return number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String withoutReturn(String text) {
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
