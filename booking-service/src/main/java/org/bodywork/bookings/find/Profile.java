package org.bodywork.bookings.find;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/** A therapist in full, as therapist-service answers; what is null or empty here is not said. */
record Profile(
        String id,
        String slug,
        String name,
        @Nullable String pronouns,
        Found.Practice practice,
        String area,
        boolean demo,
        List<String> languages,
        List<String> modalities,
        List<Experience> conditions,
        @Nullable String approach,
        @Nullable Pressure pressure,
        List<String> photos,
        List<String> doctorsPapers,
        List<Found.Credential> credentials,
        @Nullable BigDecimal rating,
        int reviewCount,
        List<Treatment> treatments,
        @Nullable Booking booking,
        List<Location> locations) {

    TherapistId therapist() {
        return TherapistId.of(id);
    }

    Optional<Treatment> treatment(String wanted) {
        return treatments.stream()
                .filter(treatment -> treatment.id().equals(wanted) && treatment.isForAnybody())
                .findFirst();
    }

    /** What this service's own copy knows. */
    static Profile of(ListedTherapist listed) {
        return new Profile(
                listed.id().toString(),
                listed.slug(),
                listed.name(),
                null,
                new Found.Practice(listed.practice(), listed.practiceSlug()),
                listed.area(),
                listed.demo(),
                listed.languages(),
                listed.modalities(),
                listed.experience().entrySet().stream()
                        .map(each -> new Experience(each.getKey(), each.getValue()))
                        .toList(),
                null,
                null,
                listed.photos(),
                List.of(),
                Found.Credential.of(listed.licence()),
                null,
                0,
                listed.treatments().stream().map(Treatment::of).toList(),
                null,
                listed.places().stream().map(Location::of).toList());
    }

    record Experience(String condition, int years) {}

    /** From the gentlest to the firmest. */
    record Pressure(String from, String to) {}

    record Treatment(String id, String name, String modality, int minutes, Money price, String clients) {

        static Treatment of(ListedTherapist.Offered offered) {
            return new Treatment(
                    offered.id().toString(),
                    offered.name(),
                    offered.modality(),
                    offered.minutes(),
                    offered.price(),
                    offered.isForAnybody() ? "any" : "returning");
        }

        boolean isForAnybody() {
            return !clients.equals("returning");
        }

        TreatmentId treatment() {
            return TreatmentId.of(id);
        }
    }

    record Booking(boolean instant, int horizonDays, long cancellationCutoffMinutes, String feeText) {}

    record Location(
            String name,
            Address address,
            Point point,
            String zone,
            @Nullable Access access) {

        static Location of(ListedTherapist.Spot spot) {
            return new Location(
                    spot.name(),
                    Address.of(spot.address()),
                    new Point(spot.lat(), spot.lon()),
                    spot.zone().getId(),
                    null);
        }

        static Location of(ListedPractice.Spot spot) {
            return new Location(
                    spot.name(),
                    Address.of(spot.address()),
                    new Point(spot.lat(), spot.lon()),
                    spot.zone().getId(),
                    new Access(spot.eases(), spot.lowestTableInches()));
        }
    }

    record Address(@Nullable String street, String city, String state, String zip) {

        static Address of(Place.Address address) {
            return new Address(address.street(), address.city(), address.state(), address.zip());
        }

        /** On one line. */
        String line() {
            String town = city + ", " + state + " " + zip;
            return street == null ? town : street + ", " + town;
        }
    }

    record Point(double lat, double lon) {}

    record Access(List<String> eases, @Nullable Integer lowestTableInches) {}

    /** Reviews, the newest first. */
    record Reviews(int total, List<Review> items) {

        static final Reviews NONE = new Reviews(0, List.of());
    }

    record Review(
            int rating,
            String text,
            Instant writtenAt,
            @Nullable Boolean demo,
            @Nullable Reply answer) {}

    record Reply(String text) {}
}
