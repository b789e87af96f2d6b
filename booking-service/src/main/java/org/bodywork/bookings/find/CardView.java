package org.bodywork.bookings.find;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * One result as it is shown.
 *
 * @param number of the result on the page, from 1; the map has it too
 * @param href of the profile; null for a practice that nobody has claimed
 * @param practice where they work; null where that is not told, or it is a practice itself
 * @param practiceHref of the page of the practice; null where there is none
 * @param place area and distance
 * @param standing rating and licence
 * @param price of the treatment whose times are shown
 * @param why it was found, in one sentence; empty where there is nothing to say
 * @param none what is said where no time is shown
 */
record CardView(
        int number,
        String name,
        String initials,
        @Nullable String photo,
        @Nullable String href,
        @Nullable String practice,
        @Nullable String practiceHref,
        String place,
        @Nullable String rating,
        String standing,
        boolean demo,
        @Nullable String price,
        @Nullable String minutes,
        String why,
        List<StartView> starts,
        String zone,
        String none) {

    /** A time that can be booked now, as a button. */
    record StartView(String href, String day, String clock, String inFull) {

        static StartView of(
                TherapistId therapist,
                TreatmentId treatment,
                String name,
                ZonedDateTime start,
                LocalDate today,
                Words words) {
            LocalDate date = start.toLocalDate();
            String day = date.equals(today)
                    ? words.say("find.today")
                    : date.equals(today.plusDays(1)) ? words.say("find.tomorrow") : words.day(date);
            return new StartView(
                    book(therapist, treatment, start, words),
                    day,
                    words.language().clock(start),
                    words.say("find.book", words.language().time(start), name));
        }

        static String book(TherapistId therapist, TreatmentId treatment, ZonedDateTime start, Words words) {
            return "/book?therapist=%s&treatment=%s&start=%s&lang=%s"
                    .formatted(
                            therapist,
                            treatment,
                            OffsetTimes.text(start).replace("+", "%2B"),
                            words.language().tag());
        }
    }

    /** The first letters of the first and the last word. */
    static String initials(String name) {
        String[] parts = name.strip().split("\\s+", -1);
        String first = letter(parts[0]);
        return parts.length == 1 ? first : first + letter(parts[parts.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }

    /** The treatment that answers the wish best: of its modality and price, an hour long if there is one. */
    static Optional<ListedTherapist.Offered> treatment(ListedTherapist therapist, Wish wish) {
        List<ListedTherapist.Offered> open = therapist.treatments().stream()
                .filter(ListedTherapist.Offered::isForAnybody)
                .toList();
        List<String> modalities = wish.all(Wish.MODALITY);
        List<ListedTherapist.Offered> wanted = open.stream()
                .filter(treatment -> modalities.contains(treatment.modality()))
                .toList();
        List<ListedTherapist.Offered> some = wanted.isEmpty() ? open : wanted;
        return some.stream()
                .filter(treatment -> treatment.minutes() == 60)
                .findFirst()
                .or(() -> some.stream().findFirst());
    }

    /** One sentence: experience with what hurts, else what was asked for, else nothing. */
    static String why(@Nullable ListedTherapist therapist, Wish wish, Words words) {
        if (therapist == null) {
            return "";
        }
        Map<String, Integer> experience = therapist.experience();
        Optional<Map.Entry<String, Integer>> asked = experience.entrySet().stream()
                .filter(each -> wish.has(Wish.CONDITION, each.getKey()))
                .max(Map.Entry.comparingByValue());
        if (asked.isPresent()) {
            return experience(asked.get().getKey(), asked.get().getValue(), words);
        }
        Optional<String> modality = wish.all(Wish.MODALITY).stream()
                .filter(therapist.modalities()::contains)
                .findFirst();
        if (modality.isPresent()) {
            return words.say("find.why.offers", words.say("modality-in." + modality.get()));
        }
        return experience.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> experience(most.getKey(), most.getValue(), words))
                .orElse("");
    }

    static String experience(String condition, int years, Words words) {
        return words.say("find.why.years", years, words.say("condition-in." + condition));
    }
}
