package org.bodywork.therapists.importing.adapter.csv;

import java.util.Objects;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.listing.domain.Therapist;

/** A therapist for tests of other features, read as any listing is. */
public final class ReadTherapist {

    private ReadTherapist() {}

    public static Therapist usual() {
        return switch (ReadFile.of(TestRow.header(), TestRow.aTherapist("lucia").line())
                .getFirst()) {
            case ImportRow.Listing listing ->
                Objects.requireNonNull(listing.therapist()).therapist();
            case ImportRow.Refused refused -> throw new AssertionError(refused);
        };
    }
}
