package org.bodywork.allinone;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bodywork.allinone.http.Answer;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.http.UploadedFile;
import org.bodywork.allinone.terminal.Trouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A CSV file of therapists, handed to the directory as it is read. */
record TherapistFile(String name, UploadedFile file) {

    /** Rows are told of in batches; on a slow machine one may take a while. */
    private static final Duration NEXT_BATCH_WITHIN = Duration.ofMinutes(2);

    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

    static TherapistFile of(String name, String csv) {
        return new TherapistFile(name, UploadedFile.holding(csv));
    }

    /**
     * Imports the rows that can be read.
     *
     * @param query how, as the directory takes it; empty for the usual way
     * @param progress is told of rows while they are handled, every second at most
     * @param faults is told what is wrong with which line
     * @return what became of the whole
     * @throws Trouble when nothing can be read from it
     */
    Imported importInto(URI directory, String query, Http calls, Consumer<String> progress, Consumer<String> faults) {
        AtomicReference<JsonNode> last = new AtomicReference<>(MissingNode.getInstance());
        Progress told = new Progress(progress);
        Answer answer = calls.waiting(NEXT_BATCH_WITHIN)
                .upload(directory.resolve("/internal/import/therapists" + query), "text/csv", file, line -> {
                    JsonNode report = JsonMapper.shared().readTree(line);
                    told.rows(report.path("rows").asInt());
                    report.path("refused").forEach(fault -> faults.accept(fault(fault)));
                    last.set(report);
                });
        if (!answer.isOk()) {
            throw new Trouble("%s was not imported: %s"
                    .formatted(name, answer.json().path("detail").asString(answer.text())));
        }
        if (!last.get().path("complete").asBoolean(false)) {
            throw new Trouble("%s was imported in part: the directory broke off. Importing it again is harmless."
                    .formatted(name));
        }
        return Imported.of(name, last.get());
    }

    private String fault(JsonNode fault) {
        return "%s:%d: %s: %s"
                .formatted(
                        name,
                        fault.path("line").asInt(),
                        fault.path("column").asString("the row"),
                        fault.path("reason").asString());
    }

    /** What became of a file. */
    record Imported(String line, int refused) {

        private static Imported of(String name, JsonNode report) {
            int refused = report.path("refusedRows").asInt();
            int missing = report.path("missing").asInt();
            return new Imported(
                    "%s: %d rows, %d imported, %d unchanged, %d refused%s."
                            .formatted(
                                    name,
                                    report.path("rows").asInt(),
                                    report.path("imported").asInt(),
                                    report.path("unchanged").asInt(),
                                    refused,
                                    missing == 0
                                            ? ""
                                            : ", %d of %d not named withdrawn"
                                                    .formatted(
                                                            report.path("withdrawn")
                                                                    .asInt(),
                                                            missing)),
                    refused);
        }
    }

    /** Speaks up once a second. */
    private static final class Progress {

        private final Consumer<String> told;
        private long next = System.nanoTime() + TOLD_EVERY.toNanos();

        private Progress(Consumer<String> told) {
            this.told = told;
        }

        private void rows(int rows) {
            if (System.nanoTime() - next >= 0) {
                told.accept(rows + " rows so far");
                next = System.nanoTime() + TOLD_EVERY.toNanos();
            }
        }
    }
}
