package org.bodywork.allinone;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.allinone.http.Answer;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.terminal.Trouble;
import tools.jackson.databind.JsonNode;

/** A CSV file of therapists, handed to the directory. */
record TherapistFile(String name, String csv) {

    /** The largest file that is taken, on a slow machine. */
    private static final Duration IMPORTED_WITHIN = Duration.ofMinutes(15);

    /**
     * Imports the rows that can be read.
     *
     * @return what became of them, a line for the whole and one for each fault
     * @throws Trouble when nothing can be read from it
     */
    List<String> importInto(URI directory, Http calls) {
        Answer answer =
                calls.waiting(IMPORTED_WITHIN).post(directory.resolve("/internal/import/therapists"), "text/csv", csv);
        JsonNode report = answer.json();
        if (!answer.isOk()) {
            throw new Trouble("%s was not imported: %s"
                    .formatted(name, report.path("detail").asString(answer.text())));
        }
        List<String> lines = new ArrayList<>();
        lines.add("%s: %d rows, %d imported, %d unchanged, %d refused."
                .formatted(
                        name,
                        report.path("rows").asInt(),
                        report.path("imported").asInt(),
                        report.path("unchanged").asInt(),
                        report.path("refusedRows").asInt()));
        report.path("refused")
                .forEach(fault -> lines.add("%s:%d: %s: %s"
                        .formatted(
                                name,
                                fault.path("line").asInt(),
                                fault.path("column").asString("the row"),
                                fault.path("reason").asString())));
        return lines;
    }
}
