package org.bodywork.bookings.find;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.find.CardView.StartView;
import org.jspecify.annotations.Nullable;

/**
 * A profile in the words of its page.
 *
 * @param forYou what they do for the conditions somebody came with, first
 */
record ProfileView(
        String name,
        String initials,
        @Nullable String photo,
        @Nullable String pronouns,
        String practice,
        @Nullable String practiceHref,
        String area,
        boolean demo,
        @Nullable String rating,
        List<String> forYou,
        @Nullable String approach,
        @Nullable String pressure,
        String modalities,
        String languages,
        List<String> credentials,
        List<TreatmentView> treatments,
        String policy,
        List<PlaceView> places,
        List<ReviewView> reviews) {

    /**
     * A treatment.
     *
     * @param href where its times are; null where nobody new can book it
     */
    record TreatmentView(
            String name,
            String minutes,
            String price,
            @Nullable String href,
            boolean chosen,
            String label) {}

    record PlaceView(String name, String address, String map, List<String> access) {

        static PlaceView of(Profile.Location place, List<String> doctorsPapers, Words words) {
            List<String> access = new ArrayList<>();
            if (place.access() != null) {
                place.access().eases().forEach(ease -> access.add(words.say("ease." + ease)));
                if (place.access().lowestTableInches() != null) {
                    access.add(words.say("find.table", place.access().lowestTableInches()));
                }
            }
            doctorsPapers.forEach(paper -> access.add(words.say("paper." + paper)));
            return new PlaceView(
                    place.name(),
                    place.address().line(),
                    "https://www.openstreetmap.org/?mlat=%1$s&mlon=%2$s#map=17/%1$s/%2$s"
                            .formatted(place.point().lat(), place.point().lon()),
                    access);
        }
    }

    record ReviewView(
            String stars,
            String text,
            String date,
            boolean demo,
            @Nullable String answer) {}

    /** The times of a week. */
    record WeekView(
            String title,
            List<DayView> days,
            boolean empty,
            @Nullable String earlier,
            @Nullable String later,
            @Nullable String next,
            @Nullable String nextText,
            String zone) {}

    record DayView(String name, List<StartView> starts) {}

    static ProfileView of(DirectoryProfile.Read read, Wish wish, @Nullable String chosen, Words words) {
        Profile profile = read.profile();
        return new ProfileView(
                profile.name(),
                CardView.initials(profile.name()),
                profile.photos().stream().findFirst().orElse(null),
                profile.pronouns(),
                profile.practice().name(),
                PracticePage.address(profile.practice().slug(), words),
                words.say("area." + profile.area()),
                profile.demo(),
                profile.rating() == null
                        ? null
                        : words.say("find.rating", words.number(profile.rating()), profile.reviewCount()),
                forYou(profile, wish, words),
                profile.approach(),
                pressure(profile.pressure(), words),
                words.list("modality", profile.modalities()),
                profile.languages().stream()
                        .map(words::tongue)
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(""),
                profile.credentials().stream()
                        .map(each -> credential(each, words))
                        .toList(),
                treatments(profile, wish, chosen, words),
                policy(profile.booking(), words),
                profile.locations().stream()
                        .map(place -> PlaceView.of(place, profile.doctorsPapers(), words))
                        .toList(),
                read.reviews().items().stream()
                        .map(review -> review(review, profile, words))
                        .toList());
    }

    /** What hurts first, then by experience. */
    private static List<String> forYou(Profile profile, Wish wish, Words words) {
        return profile.conditions().stream()
                .sorted(Comparator.comparing((Profile.Experience each) -> !wish.has(Wish.CONDITION, each.condition()))
                        .thenComparing(Comparator.comparingInt(Profile.Experience::years)
                                .reversed()))
                .map(each -> CardView.experience(each.condition(), each.years(), words))
                .toList();
    }

    private static @Nullable String pressure(Profile.@Nullable Pressure pressure, Words words) {
        if (pressure == null) {
            return null;
        }
        String from = words.say("pressure." + pressure.from());
        return pressure.from().equals(pressure.to())
                ? words.say("find.pressure.one", from)
                : words.say("find.pressure", from, words.say("pressure." + pressure.to()));
    }

    private static String credential(Found.Credential credential, Words words) {
        List<String> parts = new ArrayList<>();
        if (credential.isLicence()) {
            String state = credential.state() == null ? "" : words.say("state." + credential.state());
            parts.add(
                    credential.number() == null
                            ? words.say("find.licence", state)
                            : words.say("find.licence-number", state, credential.number()));
        } else {
            Stream.of(credential.name(), credential.issuer())
                    .flatMap(each -> Optional.ofNullable(each).stream())
                    .forEach(parts::add);
        }
        if (credential.expires() != null) {
            parts.add(words.say("find.valid-until", words.date(credential.expires())));
        }
        if (credential.checked() != null) {
            parts.add(words.say("find.checked", words.date(credential.checked())));
        }
        return String.join(", ", parts);
    }

    private static List<TreatmentView> treatments(Profile profile, Wish wish, @Nullable String chosen, Words words) {
        return profile.treatments().stream()
                .map(each -> new TreatmentView(
                        each.name(),
                        words.say("find.minutes", each.minutes()),
                        words.money(each.price()),
                        each.isForAnybody()
                                ? ProfilePage.address(profile, wish, each.id(), null, words) + "#times"
                                : null,
                        each.id().equals(chosen),
                        words.say("find.treatment.times", each.name())))
                .toList();
    }

    /** In one sentence: how a time is got, and what letting it go costs. */
    private static String policy(Profile.@Nullable Booking booking, Words words) {
        if (booking == null) {
            return words.say("find.policy.unknown");
        }
        String how = words.say(booking.instant() ? "find.policy.instant" : "find.policy.request");
        long hours = booking.cancellationCutoffMinutes() / 60;
        String cancel = booking.feeText().isBlank()
                ? words.say("find.policy.free")
                : words.say("find.policy.fee", hours, booking.feeText());
        return how + " " + cancel;
    }

    private static ReviewView review(Profile.Review review, Profile profile, Words words) {
        ZoneId zone = profile.locations().stream()
                .findFirst()
                .map(place -> ZoneId.of(place.zone()))
                .orElse(ZoneId.of("America/Chicago"));
        LocalDate date = review.writtenAt().atZone(zone).toLocalDate();
        return new ReviewView(
                words.say("find.stars", review.rating()),
                review.text(),
                words.month(date),
                Boolean.TRUE.equals(review.demo()),
                review.answer() == null ? null : review.answer().text());
    }
}
