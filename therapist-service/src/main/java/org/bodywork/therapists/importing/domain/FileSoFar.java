package org.bodywork.therapists.importing.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bodywork.therapists.importing.domain.ImportRow.ListedTherapist;
import org.bodywork.therapists.importing.domain.ImportRow.Listing;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one file have said so far. Rows repeat their practice and location: all must say the same, or every
 * import of the file would change the listing back and forth. Of each row only ids and a short mark of each column are
 * kept, since a file may have any number of rows.
 */
public final class FileSoFar {

    private static final List<Column<Practice>> OF_PRACTICE = List.of(
            new Column<>("practice_name", Practice::name),
            new Column<>("practice_kind", Practice::kind),
            new Column<>("practice_phone", Practice::phone),
            new Column<>("practice_email", Practice::replyTo),
            new Column<>("doctors_papers", Practice::doctorsPapers),
            new Column<>("demo", Practice::demo));

    private static final List<Column<Location>> OF_LOCATION = List.of(
            new Column<>("location_name", Location::name),
            new Column<>("street", location -> location.address().street()),
            new Column<>("city", location -> location.address().city()),
            new Column<>("state", location -> location.address().state()),
            new Column<>("zip", location -> location.address().zip()),
            new Column<>("area", Location::area),
            new Column<>("lat", location -> location.point().lat()),
            new Column<>("lon", location -> location.point().lon()),
            new Column<>("rooms", Location::rooms),
            new Column<>("access", location -> location.access().eases()),
            new Column<>("lowest_table_inches", location -> location.access().lowestTableInches()));

    private final Map<PracticeId, Said> practices = new HashMap<>();
    private final Map<LocationId, Said> locations = new HashMap<>();
    private final Map<TherapistId, Integer> therapists = new HashMap<>();

    private record Column<T>(String name, Function<T, ? extends @Nullable Object> part) {}

    /** Takes the row in and returns nothing, or says what contradicts an earlier row and forgets the row. */
    public List<Fault> contradictions(Listing row) {
        Practice practice = row.practice();
        Location location = practice.locations().getFirst();
        Said ofPractice = Said.on(row.line(), practice, OF_PRACTICE);
        Said ofLocation = Said.on(row.line(), location, OF_LOCATION);
        List<Fault> faults = new ArrayList<>();
        ofPractice.compare(practices.get(practice.id()), OF_PRACTICE, faults);
        ofLocation.compare(locations.get(location.id()), OF_LOCATION, faults);
        requireNewTherapist(row, faults);
        if (faults.isEmpty()) {
            practices.putIfAbsent(practice.id(), ofPractice);
            locations.putIfAbsent(location.id(), ofLocation);
            remember(row);
        }
        return faults;
    }

    private void requireNewTherapist(Listing row, List<Fault> faults) {
        ListedTherapist listed = row.therapist();
        Integer before =
                listed == null ? null : therapists.get(listed.therapist().id());
        if (before != null) {
            faults.add(new Fault(row.line(), "therapist_id", "the same therapist as on line " + before));
        }
    }

    private void remember(Listing row) {
        ListedTherapist listed = row.therapist();
        if (listed != null) {
            therapists.put(listed.therapist().id(), row.line());
        }
    }

    /** What a line said, as a hash of each column: two texts with the same one would pass for the same text. */
    private static final class Said {

        private final int line;
        private final int[] marks;

        private Said(int line, int[] marks) {
            this.line = line;
            this.marks = marks;
        }

        private static <T> Said on(int line, T value, List<Column<T>> columns) {
            return new Said(
                    line,
                    columns.stream()
                            .mapToInt(column -> Objects.hashCode(column.part().apply(value)))
                            .toArray());
        }

        private <T> void compare(@Nullable Said before, List<Column<T>> columns, List<Fault> faults) {
            for (int at = 0; before != null && at < marks.length; at++) {
                if (marks[at] != before.marks[at]) {
                    faults.add(new Fault(line, columns.get(at).name(), "differs from line " + before.line));
                }
            }
        }
    }
}
