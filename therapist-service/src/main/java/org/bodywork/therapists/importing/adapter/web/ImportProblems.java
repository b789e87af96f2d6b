package org.bodywork.therapists.importing.adapter.web;

import java.util.List;
import java.util.Map;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.bodywork.therapists.importing.domain.UnusableHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a file that cannot be read at all is answered with. */
@Component
final class ImportProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return switch (error) {
            case UnusableHeader header -> unusable(header);
            case FileTooLarge file -> tooLarge(file);
            default -> null;
        };
    }

    private static Problem unusable(UnusableHeader header) {
        List<FieldFault> columns = header.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(column -> new FieldFault("/" + column.getKey(), column.getValue()))
                .toList();
        return new Problem(
                "unusable-header", 400, "The file's header cannot be used", header.reason(), columns, Map.of());
    }

    private static Problem tooLarge(FileTooLarge file) {
        return Problem.of(
                413,
                "too-large",
                "The file is too large",
                "At most %d MB at once. Rows before that may be imported already; importing them again is harmless."
                        .formatted(file.mostBytes() >> 20));
    }
}
