package org.bodywork.therapists.importing.adapter.csv;

import static org.bodywork.therapists.importing.adapter.csv.Column.*;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.bodywork.therapists.listing.domain.Access;
import org.bodywork.therapists.listing.domain.Address;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.Ease;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.MessageRules;
import org.bodywork.therapists.listing.domain.PhoneNumber;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.PracticeKind;
import org.bodywork.therapists.listing.domain.Repeated;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Wording;
import org.jspecify.annotations.Nullable;

/** Reads the practice of a row and the one location the row names. */
final class PracticeCells {

    private final Cells cells;

    PracticeCells(Cells cells) {
        this.cells = cells;
    }

    @Nullable Practice practice() {
        Slug slug = cells.required(PRACTICE_ID, Slug::new);
        String name = cells.required(PRACTICE_NAME, Wording::name);
        PracticeKind kind = cells.required(PRACTICE_KIND, PracticeKind::ofSlug);
        PhoneNumber phone = cells.optional(PRACTICE_PHONE, PhoneNumber::new);
        EmailAddress replyTo = cells.optional(PRACTICE_EMAIL, EmailAddress::new);
        Boolean demo = cells.required(DEMO, Notation::yesOrNo);
        List<DoctorsPaper> papers = eachOnce(DOCTORS_PAPERS, DoctorsPaper::ofSlug, "paper");
        Location location = location(slug);
        if (slug == null || name == null || kind == null || demo == null || papers == null || location == null) {
            return null;
        }
        return new Practice(
                PracticeId.ofExternal(slug),
                slug,
                ListingStatus.PUBLISHED,
                name,
                kind,
                !cells.isEmpty(THERAPIST_ID),
                phone,
                replyTo,
                papers,
                MessageRules.USUAL,
                demo,
                List.of(location));
    }

    private @Nullable Location location(@Nullable Slug practice) {
        Slug id = cells.required(LOCATION_ID, Slug::new);
        String name = cells.required(LOCATION_NAME, Wording::name);
        Address address = address();
        Area area = cells.required(AREA, Area::ofSlug);
        Point point = point(area);
        ZoneId zone = zone(area);
        List<String> rooms = eachOnce(ROOMS, Wording::name, "room");
        Access access = access();
        if (practice == null
                || id == null
                || name == null
                || address == null
                || area == null
                || point == null
                || zone == null
                || rooms == null
                || access == null) {
            return null;
        }
        return new Location(LocationId.ofExternal(practice, id), id, name, address, point, area, zone, rooms, access);
    }

    private @Nullable Address address() {
        String street = street();
        String city = cells.required(CITY, Wording::name);
        String state = cells.required(STATE, Address::state);
        String zip = cells.required(ZIP, Address::zip);
        return city == null || state == null || zip == null ? null : new Address(street, city, state, zip);
    }

    /** Whoever can be booked can be found. */
    private @Nullable String street() {
        return cells.isEmpty(THERAPIST_ID)
                ? cells.optional(STREET, Wording::name)
                : cells.required(STREET, Wording::name);
    }

    private @Nullable Point point(@Nullable Area area) {
        Double lat = cells.required(LAT, Notation::degrees);
        Double lon = cells.required(LON, Notation::degrees);
        if (lat == null || lon == null) {
            return null;
        }
        return cells.checked(LAT, () -> {
            Point point = new Point(lat, lon);
            if (area != null) {
                Location.requireInside(area, point);
            }
            return point;
        });
    }

    private @Nullable ZoneId zone(@Nullable Area area) {
        return cells.required(ZONE, text -> {
            ZoneId zone = Notation.zone(text);
            if (area != null) {
                Location.requireZoneOf(area, zone);
            }
            return zone;
        });
    }

    private @Nullable Access access() {
        List<Ease> eases = eachOnce(ACCESS, Ease::ofSlug, "word of access");
        Integer lowest = cells.optional(LOWEST_TABLE_INCHES, text -> Access.tableHeight(Notation.wholeNumber(text)));
        return eases == null ? null : new Access(eases, lowest);
    }

    private <T> @Nullable List<T> eachOnce(Column column, Function<String, T> reading, String what) {
        List<T> items = cells.list(column, reading);
        return cells.checked(column, () -> {
            Repeated.refuse(items, what);
            return items;
        });
    }
}
