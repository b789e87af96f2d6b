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
 * import of the file would change the listing back and forth.
 */
public final class FileSoFar {

    private final Map<PracticeId, Said<Practice>> practices = new HashMap<>();
    private final Map<LocationId, Said<Location>> locations = new HashMap<>();
    private final Map<TherapistId, Integer> therapists = new HashMap<>();

    private record Said<T>(int line, T value) {}

    /** Takes the row in and returns nothing, or says what contradicts an earlier row and forgets the row. */
    public List<Fault> contradictions(Listing row) {
        Practice practice = row.practice();
        Location location = practice.locations().getFirst();
        List<Fault> faults = new ArrayList<>();
        Said<Practice> practiceBefore = practices.getOrDefault(practice.id(), new Said<>(row.line(), practice));
        Said<Location> locationBefore = locations.getOrDefault(location.id(), new Said<>(row.line(), location));
        comparePractice(new Comparison<>(row.line(), practice, practiceBefore, faults));
        compareLocation(new Comparison<>(row.line(), location, locationBefore, faults));
        requireNewTherapist(row, faults);
        if (faults.isEmpty()) {
            practices.put(practice.id(), practiceBefore);
            locations.put(location.id(), locationBefore);
            remember(row);
        }
        return faults;
    }

    private static void comparePractice(Comparison<Practice> rows) {
        rows.same("practice_name", Practice::name);
        rows.same("practice_kind", Practice::kind);
        rows.same("practice_phone", Practice::phone);
        rows.same("practice_email", Practice::replyTo);
        rows.same("doctors_papers", Practice::doctorsPapers);
        rows.same("demo", Practice::demo);
    }

    private static void compareLocation(Comparison<Location> rows) {
        rows.same("location_name", Location::name);
        rows.same("street", location -> location.address().street());
        rows.same("city", location -> location.address().city());
        rows.same("state", location -> location.address().state());
        rows.same("zip", location -> location.address().zip());
        rows.same("area", Location::area);
        rows.same("lat", location -> location.point().lat());
        rows.same("lon", location -> location.point().lon());
        rows.same("rooms", Location::rooms);
        rows.same("access", location -> location.access().eases());
        rows.same("lowest_table_inches", location -> location.access().lowestTableInches());
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

    private record Comparison<T>(int line, T now, Said<T> before, List<Fault> faults) {

        void same(String column, Function<T, ? extends @Nullable Object> part) {
            if (!Objects.equals(part.apply(now), part.apply(before.value()))) {
                faults.add(new Fault(line, column, "differs from line " + before.line()));
            }
        }
    }
}
