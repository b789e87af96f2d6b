package org.bodywork.bookings.find;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.find.CardView.StartView;
import org.bodywork.bookings.find.ListedTherapist.Offered;
import org.bodywork.bookings.opening.application.OpeningsQuery;
import org.bodywork.bookings.opening.application.ShownDay;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes cards of what was found: with what the own copy knows of each, and the next times that can be booked. */
@Component
final class Cards {

    private static final int STARTS_SHOWN = 3;
    private static final int DAYS_AHEAD = 14;

    private final ListedTherapists therapists;
    private final NextStarts starts;
    private final BusinessClock clock;

    Cards(ListedTherapists therapists, NextStarts starts, BusinessClock clock) {
        this.therapists = therapists;
        this.starts = starts;
        this.clock = clock;
    }

    /**
     * Cards and where they lie.
     *
     * @param spots one for each card of which it is known
     */
    record Shown(List<CardView> cards, List<Spot> spots) {}

    /** A marker on the map. */
    record Spot(int number, String name, double lat, double lon, String href) {}

    Mono<Shown> of(Found found, Wish wish, Words words) {
        List<TherapistId> ids = found.items().stream()
                .filter(Found.Item::isTherapist)
                .map(Found.Item::therapist)
                .toList();
        return therapists.byIds(ids).collectMap(ListedTherapist::id).flatMap(listed -> {
            Map<TherapistId, OpeningsQuery> questions = questions(listed, wish);
            return starts.of(List.copyOf(questions.values()))
                    .map(days -> new Sheet(listed, questions, days, wish, words).cards(found));
        });
    }

    private Map<TherapistId, OpeningsQuery> questions(Map<TherapistId, ListedTherapist> listed, Wish wish) {
        Map<TherapistId, OpeningsQuery> questions = new HashMap<>();
        listed.forEach((id, therapist) -> {
            LocalDate today = today(therapist);
            CardView.treatment(therapist, wish)
                    .ifPresent(treatment -> questions.put(
                            id, new OpeningsQuery(id, treatment.id(), today, today.plusDays(DAYS_AHEAD - 1L))));
        });
        return questions;
    }

    private LocalDate today(ListedTherapist therapist) {
        return clock.now().atZone(therapist.zone()).toLocalDate();
    }

    /** One page of them. */
    private final class Sheet {

        private final Map<TherapistId, ListedTherapist> listed;
        private final Map<TherapistId, OpeningsQuery> questions;
        private final Map<OpeningsQuery, List<ShownDay>> days;
        private final Wish wish;
        private final Words words;

        Sheet(
                Map<TherapistId, ListedTherapist> listed,
                Map<TherapistId, OpeningsQuery> questions,
                Map<OpeningsQuery, List<ShownDay>> days,
                Wish wish,
                Words words) {
            this.listed = listed;
            this.questions = questions;
            this.days = days;
            this.wish = wish;
            this.words = words;
        }

        Shown cards(Found found) {
            List<CardView> cards = new ArrayList<>();
            List<Spot> spots = new ArrayList<>();
            for (Found.Item item : found.items()) {
                ListedTherapist therapist = item.isTherapist() ? listed.get(item.therapist()) : null;
                CardView card = card(cards.size() + 1, item, therapist);
                cards.add(card);
                if (therapist != null && card.href() != null) {
                    String href = card.href();
                    therapist.places().stream()
                            .findFirst()
                            .ifPresent(place ->
                                    spots.add(new Spot(card.number(), card.name(), place.lat(), place.lon(), href)));
                }
            }
            return new Shown(cards, spots);
        }

        private CardView card(int number, Found.Item item, @Nullable ListedTherapist therapist) {
            Optional<Offered> treatment =
                    Optional.ofNullable(therapist).flatMap(known -> CardView.treatment(known, wish));
            List<ZonedDateTime> next = next(item);
            Found.Practice practice = item.isTherapist() ? item.practice() : null;
            return new CardView(
                    number,
                    item.name(),
                    CardView.initials(item.name()),
                    therapist == null
                            ? null
                            : therapist.photos().stream().findFirst().orElse(null),
                    item.isTherapist() ? profile(item) : null,
                    practice == null || practice.name().isEmpty() ? null : practice.name(),
                    PracticePage.address(practice == null ? item.slug() : practice.slug(), words),
                    place(item),
                    item.rating() == null
                            ? null
                            : words.say("find.rating", words.number(item.rating()), item.reviewCount()),
                    standing(item),
                    item.demo(),
                    treatment
                            .map(Offered::price)
                            .or(() -> Optional.ofNullable(item.priceFrom()))
                            .map(words::money)
                            .orElse(null),
                    treatment
                            .map(each -> words.say("find.minutes", each.minutes()))
                            .orElse(null),
                    CardView.why(therapist, wish, words),
                    therapist == null ? List.of() : starts(therapist, next),
                    next.isEmpty() ? "" : words.language().zone(next.getFirst()),
                    words.say(item.isTherapist() ? "find.no-times" : "find.not-here"));
        }

        private String profile(Found.Item item) {
            String about = wish.all(Wish.CONDITION).stream()
                    .map(condition -> "condition=" + condition + "&")
                    .collect(Collectors.joining());
            return "/therapists/" + item.slug() + "?" + about + "lang="
                    + words.language().tag();
        }

        private String place(Found.Item item) {
            Stream<String> miles = item.distanceMiles() == null
                    ? Stream.of()
                    : Stream.of(words.say("find.miles", words.number(item.distanceMiles())));
            return Stream.of(Stream.of(words.say("area." + item.area())), miles)
                    .flatMap(each -> each)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        private String standing(Found.Item item) {
            return item.credentials().stream()
                    .filter(Found.Credential::isLicence)
                    .findFirst()
                    .map(this::licence)
                    .orElse("");
        }

        private String licence(Found.Credential licence) {
            String state = licence.state() == null ? "" : words.say("state." + licence.state());
            return licence.checked() == null
                    ? words.say("find.licence", state)
                    : words.say("find.licence-checked", state, words.date(licence.checked()));
        }

        private List<ZonedDateTime> next(Found.Item item) {
            OpeningsQuery question = item.isTherapist() ? questions.get(item.therapist()) : null;
            return question == null
                    ? List.of()
                    : days.getOrDefault(question, List.of()).stream()
                            .flatMap(ShownDay::starts)
                            .limit(STARTS_SHOWN)
                            .toList();
        }

        private List<StartView> starts(ListedTherapist therapist, List<ZonedDateTime> next) {
            OpeningsQuery question = questions.get(therapist.id());
            return question == null
                    ? List.of()
                    : next.stream()
                            .map(start -> StartView.of(
                                    therapist.id(),
                                    question.treatment(),
                                    therapist.name(),
                                    start,
                                    today(therapist),
                                    words))
                            .toList();
        }
    }
}
