package org.bodywork.therapists.listing.adapter.web;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.therapists.form.Faults;
import org.bodywork.therapists.listing.adapter.web.PracticeForm.LocationForm;
import org.bodywork.therapists.listing.domain.Access;
import org.bodywork.therapists.listing.domain.Address;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.Ease;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.InvalidValue;
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

/** Makes a practice's listing of a form. */
final class FilledPractice {

    private final PracticeForm form;
    private final Faults faults = new Faults();

    FilledPractice(PracticeForm form) {
        this.form = form;
    }

    Practice replacing(Practice known) {
        faults.require(known.slug().value().equals(form.slug()), "/slug", "Cannot be changed: links lead to it.");
        return filled(known.id(), known.slug(), known);
    }

    /** One that keeps its listing itself, by a manager who is invited next. */
    Practice anew() {
        Slug slug = faults.read("/slug", () -> new Slug(form.slug()));
        return filled(new PracticeId(UUID.randomUUID()), slug, null);
    }

    private Practice filled(PracticeId id, @Nullable Slug slug, @Nullable Practice known) {
        ListingStatus status = faults.read("/status", () -> ListingStatus.ofSlug(form.status()));
        String name = faults.read("/name", () -> Wording.name(form.name()));
        PracticeKind kind = faults.read("/kind", () -> PracticeKind.ofSlug(form.kind()));
        String number = form.phone();
        PhoneNumber phone = number == null ? null : faults.read("/phone", () -> new PhoneNumber(number));
        String address = form.replyTo();
        EmailAddress replyTo = address == null ? null : faults.read("/replyTo", () -> new EmailAddress(address));
        List<DoctorsPaper> papers =
                faults.each("/doctorsPapers", form.doctorsPapers(), (word, _) -> DoctorsPaper.ofSlug(word));
        faults.check("/doctorsPapers", () -> Repeated.refuse(papers, "paper"));
        List<Location> locations =
                faults.each("/locations", form.locations(), (location, at) -> location(location, known, at));
        faults.check(
                "/locations",
                () -> Repeated.refuse(locations.stream().map(Location::id).toList(), "location"));
        faults.refuse();
        return new Practice(
                id,
                requireNonNull(slug),
                requireNonNull(status),
                requireNonNull(name),
                requireNonNull(kind),
                known == null || known.claimed(),
                phone,
                replyTo,
                papers,
                known == null ? MessageRules.USUAL : known.messageRules(),
                known != null && known.demo(),
                locations);
    }

    private @Nullable Location location(LocationForm location, @Nullable Practice practice, String at) {
        List<Location> before = practice == null ? List.of() : practice.locations();
        Optional<Location> known = before.stream()
                .filter(each -> each.id().toString().equals(location.id()))
                .findFirst();
        faults.require(
                location.id() == null || known.isPresent(),
                at + "/id",
                "Is no location of this practice; leave it out for a new one.");
        String name = faults.read(at + "/name", () -> Wording.name(location.name()));
        Address address = address(location.address(), practice, at + "/address");
        Area area = faults.read(at + "/area", () -> Area.ofSlug(location.area()));
        Point point = faults.read(at + "/point", () -> point(location, area));
        ZoneId zone = faults.read(at + "/zone", () -> zone(location.zone(), area, known));
        List<String> rooms = faults.each(at + "/rooms", location.rooms(), (room, _) -> Wording.name(room));
        faults.check(at + "/rooms", () -> Repeated.refuse(rooms, "room"));
        Access access = access(location.access(), at + "/access");
        if (name == null || address == null || area == null || point == null || zone == null || access == null) {
            return null;
        }
        return Faults.whole(() -> new Location(
                known.map(Location::id).orElseGet(() -> new LocationId(UUID.randomUUID())),
                known.map(Location::externalId).orElse(null),
                name,
                address,
                point,
                area,
                zone,
                rooms,
                access));
    }

    private @Nullable Address address(LocationView.AddressView form, @Nullable Practice practice, String at) {
        String street = form.street();
        if (street != null) {
            faults.check(at + "/street", () -> Wording.name(street));
        } else {
            faults.require(
                    practice != null && !practice.claimed(),
                    at + "/street",
                    "This field is required: people have to find you.");
        }
        faults.check(at + "/city", () -> Wording.name(form.city()));
        faults.check(at + "/state", () -> Address.state(form.state()));
        faults.check(at + "/zip", () -> Address.zip(form.zip()));
        return Faults.whole(() -> new Address(street, form.city(), form.state(), form.zip()));
    }

    private static Point point(LocationForm location, @Nullable Area area) {
        Point point = new Point(location.point().lat(), location.point().lon());
        if (area != null) {
            Location.requireInside(area, point);
        }
        return point;
    }

    /** Hours and visits are promised on the clock of the place, so a place keeps its clock. */
    private static ZoneId zone(String text, @Nullable Area area, Optional<Location> known) {
        ZoneId zone;
        try {
            zone = ZoneId.of(text);
        } catch (DateTimeException noSuchZone) {
            throw new InvalidValue("is not a time zone such as America/Chicago");
        }
        if (area != null) {
            Location.requireZoneOf(area, zone);
        }
        if (known.filter(before -> !before.zone().equals(zone)).isPresent()) {
            throw new InvalidValue("cannot be changed: list the other place as a new location");
        }
        return zone;
    }

    private @Nullable Access access(LocationView.AccessView form, String at) {
        List<Ease> eases = faults.each(at + "/eases", form.eases(), (word, _) -> Ease.ofSlug(word));
        faults.check(at + "/eases", () -> Repeated.refuse(eases, "word of access"));
        Integer lowest = form.lowestTableInches();
        if (lowest != null) {
            faults.check(at + "/lowestTableInches", () -> Access.tableHeight(lowest));
        }
        return Faults.whole(() -> new Access(eases, lowest));
    }
}
