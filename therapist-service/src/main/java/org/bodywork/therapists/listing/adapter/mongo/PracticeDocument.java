package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.therapists.listing.domain.Access;
import org.bodywork.therapists.listing.domain.Address;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.Ease;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.PhoneNumber;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.PracticeKind;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.store.Dated;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A practice as stored; the listing is one part of the document, replaced as a whole. */
record PracticeDocument(
        @Id String id,
        long sequence,
        Instant changedAt,
        Listing listing,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "practices";

    Practice practice() {
        return listing.practice(id);
    }

    Dated<Practice> dated() {
        return new Dated<>(practice(), changedAt);
    }

    Versioned<Practice> versioned() {
        return new Versioned<>(practice(), sequence);
    }

    record Listing(
            String slug,
            ListingStatus status,
            String name,
            String kind,
            boolean claimed,
            @Nullable String phone,
            @Nullable String replyTo,
            @Nullable List<String> doctorsPapers,
            @Nullable List<WrittenMessageRule> messageRules,
            boolean demo,
            List<StoredLocation> locations) {

        static Listing of(Practice practice) {
            PhoneNumber phone = practice.phone();
            EmailAddress replyTo = practice.replyTo();
            return new Listing(
                    practice.slug().value(),
                    practice.status(),
                    practice.name(),
                    practice.kind().slug(),
                    practice.claimed(),
                    phone == null ? null : phone.value(),
                    replyTo == null ? null : replyTo.value(),
                    practice.doctorsPapers().stream().map(DoctorsPaper::slug).toList(),
                    WrittenMessageRule.of(practice.messageRules()),
                    practice.demo(),
                    practice.locations().stream().map(StoredLocation::of).toList());
        }

        private Practice practice(String id) {
            return new Practice(
                    new PracticeId(UUID.fromString(id)),
                    new Slug(slug),
                    status,
                    name,
                    PracticeKind.ofSlug(kind),
                    claimed,
                    phone == null ? null : new PhoneNumber(phone),
                    replyTo == null ? null : new EmailAddress(replyTo),
                    doctorsPapers == null
                            ? List.of()
                            : doctorsPapers.stream().map(DoctorsPaper::ofSlug).toList(),
                    WrittenMessageRule.read(messageRules),
                    demo,
                    locations.stream().map(StoredLocation::location).toList());
        }
    }

    record StoredLocation(
            String locationId,
            @Nullable String externalId,
            String name,
            @Nullable String street,
            String city,
            String state,
            String zip,
            String area,
            double lat,
            double lon,
            String zone,
            List<String> rooms,
            @Nullable StoredAccess access) {

        static StoredLocation of(Location location) {
            Slug externalId = location.externalId();
            return new StoredLocation(
                    location.id().toString(),
                    externalId == null ? null : externalId.value(),
                    location.name(),
                    location.address().street(),
                    location.address().city(),
                    location.address().state(),
                    location.address().zip(),
                    location.area().slug(),
                    location.point().lat(),
                    location.point().lon(),
                    location.zone().getId(),
                    location.rooms(),
                    StoredAccess.of(location.access()));
        }

        Location location() {
            return new Location(
                    new LocationId(UUID.fromString(locationId)),
                    externalId == null ? null : new Slug(externalId),
                    name,
                    new Address(street, city, state, zip),
                    new Point(lat, lon),
                    Area.ofSlug(area),
                    ZoneId.of(zone),
                    rooms,
                    access == null ? Access.UNKNOWN : access.access());
        }
    }

    record StoredAccess(List<String> eases, @Nullable Integer lowestTableInches) {

        static StoredAccess of(Access access) {
            return new StoredAccess(access.eases().stream().map(Ease::slug).toList(), access.lowestTableInches());
        }

        Access access() {
            return new Access(eases.stream().map(Ease::ofSlug).toList(), lowestTableInches);
        }
    }
}
