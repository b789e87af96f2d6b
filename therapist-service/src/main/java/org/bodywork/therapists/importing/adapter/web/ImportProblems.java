package org.bodywork.therapists.importing.adapter.web;

import java.util.List;
import java.util.Map;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.bodywork.therapists.importing.domain.UnsafeReplacement;
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
            case UnsafeReplacement unsafe -> unsafe(unsafe);
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

    private static Problem unsafe(UnsafeReplacement unsafe) {
        return switch (unsafe) {
            case UnsafeReplacement.NobodyListed _ ->
                Problem.conflict(
                        "nobody-listed",
                        "The file lists nobody of this practice",
                        "Nothing was imported. To withdraw everybody, withdraw them one by one.");
            case UnsafeReplacement.TooManyMissing missing ->
                Problem.conflict(
                                "too-many-missing",
                                "More than half of the practice would be withdrawn",
                                "Nothing was imported. Send it again with withdrawing=%d if that is meant."
                                        .formatted(missing.missing()))
                        .with("missing", missing.missing())
                        .with("listed", missing.listed());
            case UnsafeReplacement.TooManyRows rows ->
                Problem.of(
                        413,
                        "too-large",
                        "The file is too large",
                        "At most %d rows replace a practice's listings. Nothing was imported.".formatted(rows.most()));
        };
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
