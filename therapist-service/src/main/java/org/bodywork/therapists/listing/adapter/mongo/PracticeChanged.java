package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.platform.events.Event;
import org.bodywork.therapists.listing.domain.Access;
import org.bodywork.therapists.listing.domain.Address;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.Ease;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.PhoneNumber;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeKind;
import org.jspecify.annotations.Nullable;

/** What other services are told of a practice: the whole public listing, each time. */
record PracticeChanged(
        String id,
        long sequence,
        ListingStatus status,
        boolean claimed,
        String slug,
        String name,
        PracticeKind kind,
        @Nullable String phone,
        @Nullable String replyTo,
        List<String> doctorsPapers,
        boolean demo,
        List<Place> locations,
        @Nullable List<WrittenMessageRule> messageRules) {

    static final String TOPIC = "practices";
    static final String TYPE = "org.bodywork.practice.changed.v1";

    static Event event(Practice practice, long sequence, Instant at) {
        String id = practice.id().toString();
        return Event.of(TOPIC, id, TYPE, id, sequence, at, of(practice, sequence));
    }

    private static PracticeChanged of(Practice practice, long sequence) {
        return new PracticeChanged(
                practice.id().toString(),
                sequence,
                told(practice.status()),
                practice.claimed(),
                practice.slug().value(),
                practice.name(),
                practice.kind(),
                text(practice.phone()),
                text(practice.replyTo()),
                practice.doctorsPapers().stream().map(DoctorsPaper::slug).toList(),
                practice.demo(),
                practice.locations().stream().flatMap(Place::of).toList(),
                WrittenMessageRule.of(practice.messageRules()));
    }

    /** What is not to be seen yet is no more to be seen than what has gone. */
    private static ListingStatus told(ListingStatus status) {
        return status == ListingStatus.DRAFT ? ListingStatus.WITHDRAWN : status;
    }

    private static @Nullable String text(@Nullable PhoneNumber phone) {
        return phone == null ? null : phone.value();
    }

    private static @Nullable String text(@Nullable EmailAddress address) {
        return address == null ? null : address.value();
    }

    record Place(String id, String name, Postal address, Point point, String zone, Reach access) {

        /** Nothing for a place without a street: nobody can be sent there. */
        static Stream<Place> of(Location location) {
            Address address = location.address();
            String street = address.street();
            return street == null
                    ? Stream.empty()
                    : Stream.of(new Place(
                            location.id().toString(),
                            location.name(),
                            new Postal(street, address.city(), address.state(), address.zip()),
                            location.point(),
                            location.zone().getId(),
                            Reach.of(location.access())));
        }
    }

    record Reach(List<String> eases, @Nullable Integer lowestTableInches) {

        static Reach of(Access access) {
            return new Reach(access.eases().stream().map(Ease::slug).toList(), access.lowestTableInches());
        }
    }

    record Postal(String street, String city, String state, String zip) {}
}
