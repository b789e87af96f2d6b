package org.bodywork.therapists.importing.adapter.csv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Joins lines into records. A record that spans lines because a quote stays open, and then makes no sense, costs only
 * its first line: reading starts again with the second. For one file and one thread.
 */
final class RecordReader {

    /** Bounds what a quote that is never closed makes us read again. */
    static final int MOST_LINES = 50;

    private static final int MOST_CHARACTERS = LineAssembler.LONGEST_LINE_BYTES;
    private static final int UNKNOWN = -1;

    private final Deque<Line.Text> pending = new ArrayDeque<>();
    private final List<CsvRecord> ready = new ArrayList<>();
    private int expectedFields = UNKNOWN;

    List<CsvRecord> feed(Line line) {
        accept(line);
        return drained();
    }

    List<CsvRecord> finish() {
        abandonPending();
        return drained();
    }

    private void accept(Line line) {
        switch (line) {
            case Line.Text text -> accept(text);
            case Line.Undecodable broken -> {
                abandonPending();
                ready.add(undecodable(broken));
            }
            case Line.Overlong broken -> {
                abandonPending();
                ready.add(new CsvRecord.Broken(
                        broken.number(),
                        null,
                        "the line is longer than " + LineAssembler.LONGEST_LINE_BYTES + " bytes"));
            }
        }
    }

    private void accept(Line.Text line) {
        if (pending.isEmpty() && line.text().isBlank()) {
            return;
        }
        pending.addLast(line);
        switch (Fields.of(joined())) {
            case Fields.Complete(List<String> values) -> complete(values);
            case Fields.Malformed(int field, String reason) -> abandonFirst(field, reason);
            case Fields.Open(int field) -> {
                if (pending.size() >= MOST_LINES || joined().length() > MOST_CHARACTERS) {
                    abandonFirst(field, "the quote is not closed");
                }
            }
        }
    }

    private void complete(List<String> values) {
        if (expectedFields == UNKNOWN) {
            expectedFields = values.size();
        }
        if (values.size() != expectedFields) {
            int missing = Math.min(values.size(), expectedFields - 1);
            abandonFirst(missing, "%d fields where the header has %d".formatted(values.size(), expectedFields));
            return;
        }
        ready.add(new CsvRecord.Row(pending.getFirst().number(), values));
        pending.clear();
    }

    private void abandonPending() {
        while (!pending.isEmpty()) {
            int field = Fields.of(joined()) instanceof Fields.Open open ? open.field() : 0;
            abandonFirst(field, "the quote is not closed");
        }
    }

    private void abandonFirst(int field, String reason) {
        int line = pending.removeFirst().number();
        ready.add(new CsvRecord.Broken(line, field, reason));
        List<Line.Text> again = List.copyOf(pending);
        pending.clear();
        again.forEach(this::accept);
    }

    /** The bad byte lies in the field that the readable part ends in. */
    private static CsvRecord undecodable(Line.Undecodable line) {
        int field = switch (Fields.of(line.readable())) {
            case Fields.Complete(List<String> values) -> values.size() - 1;
            case Fields.Open(int open) -> open;
            case Fields.Malformed(int malformed, String reason) -> malformed;
        };
        return new CsvRecord.Broken(line.number(), field, "the bytes are not UTF-8");
    }

    private String joined() {
        return pending.stream().map(Line.Text::text).collect(Collectors.joining("\n"));
    }

    private List<CsvRecord> drained() {
        List<CsvRecord> records = List.copyOf(ready);
        ready.clear();
        return records;
    }
}
