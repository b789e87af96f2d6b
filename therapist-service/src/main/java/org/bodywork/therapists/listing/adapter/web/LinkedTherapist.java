package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.therapists.listing.PublicSite;
import org.bodywork.therapists.listing.application.Profile;
import org.bodywork.therapists.listing.domain.Address;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.Licence;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.PhoneNumber;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.listing.domain.Rating;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.listing.domain.Workplace;
import org.jspecify.annotations.Nullable;

/** A therapist as JSON-LD, by the vocabulary of schema.org: a person, where they work and what they offer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkedTherapist(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
        @JsonProperty("@id") String id,
        String url,
        String name,
        String jobTitle,
        @Nullable String description,
        List<String> image,
        List<String> knowsLanguage,
        List<Business> worksFor,
        List<Offer> makesOffer,
        @Nullable AggregateRating aggregateRating,
        @Nullable Credential hasCredential) {

    static final String VOCABULARY = "https://schema.org";

    static LinkedTherapist of(Profile profile, PublicSite site) {
        Therapist therapist = profile.therapist();
        String page = site.therapist(therapist.slug().value());
        return new LinkedTherapist(
                VOCABULARY,
                "Person",
                page,
                page,
                therapist.name(),
                "Massage therapist",
                therapist.portrait().approach(),
                therapist.portrait().photos().stream()
                        .map(photo -> photo.url().toString())
                        .toList(),
                therapist.portrait().languages().stream().map(Language::tag).toList(),
                businesses(profile),
                therapist.treatments().stream().map(Offer::of).toList(),
                AggregateRating.of(profile.rating()),
                Credential.of(therapist.credentials().required()));
    }

    private static List<Business> businesses(Profile profile) {
        Set<LocationId> theirs =
                profile.therapist().workplaces().stream().map(Workplace::id).collect(Collectors.toSet());
        return profile.practice().locations().stream()
                .filter(location -> theirs.contains(location.id()))
                .map(location -> Business.of(profile, location))
                .toList();
    }

    /** One of a practice's locations. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Business(
            @JsonProperty("@type") String type,
            String name,
            @Nullable String telephone,
            PostalAddress address,
            Coordinates geo) {

        static Business of(Profile profile, Location location) {
            PhoneNumber phone = profile.practice().phone();
            return new Business(
                    "HealthAndBeautyBusiness",
                    profile.practice().name(),
                    phone == null ? null : phone.value(),
                    PostalAddress.of(location.address()),
                    Coordinates.of(location.point()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PostalAddress(
            @JsonProperty("@type") String type,
            @Nullable String streetAddress,
            String addressLocality,
            String addressRegion,
            String postalCode,
            String addressCountry) {

        static PostalAddress of(Address address) {
            return new PostalAddress(
                    "PostalAddress", address.street(), address.city(), address.state(), address.zip(), "US");
        }
    }

    record Coordinates(@JsonProperty("@type") String type, double latitude, double longitude) {

        static Coordinates of(Point point) {
            return new Coordinates("GeoCoordinates", point.lat(), point.lon());
        }
    }

    /** A treatment with its price. */
    record Offer(@JsonProperty("@type") String type, String price, String priceCurrency, Offered itemOffered) {

        static Offer of(Treatment treatment) {
            return new Offer(
                    "Offer",
                    treatment.price().toString(),
                    Money.CURRENCY,
                    new Offered("Service", treatment.name(), "Massage"));
        }
    }

    /** What clients who came said; nothing before the first review. */
    record AggregateRating(
            @JsonProperty("@type") String type,
            BigDecimal ratingValue,
            int reviewCount,
            int bestRating,
            int worstRating) {

        static @Nullable AggregateRating of(@Nullable Rating rating) {
            return rating == null
                    ? null
                    : new AggregateRating(
                            "AggregateRating", rating.rounded(), rating.count(), Rating.BEST, Rating.WORST);
        }
    }

    record Offered(@JsonProperty("@type") String type, String name, String serviceType) {}

    /** The state's licence that the therapist needs here. */
    record Credential(
            @JsonProperty("@type") String type,
            String credentialCategory,
            String identifier,
            LocalDate validUntil,
            State recognizedBy) {

        static @Nullable Credential of(@Nullable Licence licence) {
            return licence == null
                    ? null
                    : new Credential(
                            "EducationalOccupationalCredential",
                            "license",
                            licence.number(),
                            licence.expires(),
                            new State("AdministrativeArea", "US-" + licence.state()));
        }
    }

    record State(@JsonProperty("@type") String type, String name) {}
}
