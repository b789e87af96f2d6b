package org.bodywork.bookings.find;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.PublicSite;
import org.bodywork.bookings.find.CardView.StartView;
import org.bodywork.bookings.find.ProfileView.DayView;
import org.bodywork.bookings.find.ProfileView.WeekView;
import org.bodywork.bookings.opening.application.OpeningsQuery;
import org.bodywork.bookings.opening.application.ShownDay;
import org.bodywork.bookings.site.NothingHere;
import org.bodywork.bookings.site.PageCard;
import org.bodywork.bookings.site.PageKind;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.bookings.therapists.TherapistsAway;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One therapist: what they do for what hurts, when they have time, and all that helps to decide. */
@RestController
@Hidden
class ProfilePage {

    private static final String TREATMENT = "treatment";
    private static final String FROM = "from";
    private static final int WEEK = 7;
    private static final int FARTHEST_DAYS = 60;

    private final DirectoryProfile directory;
    private final NextStarts starts;
    private final BusinessClock clock;
    private final MessageSource messages;
    private final PublicSite site;
    private final Pages pages;
    private final NothingHere nothing;

    ProfilePage(
            DirectoryProfile directory,
            NextStarts starts,
            BusinessClock clock,
            MessageSource messages,
            PublicSite site,
            Pages pages,
            NothingHere nothing) {
        this.directory = directory;
        this.starts = starts;
        this.clock = clock;
        this.messages = messages;
        this.site = site;
        this.pages = pages;
        this.nothing = nothing;
    }

    @GetMapping("/therapists/{slug}")
    Mono<ResponseEntity<String>> profile(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> query, ServerWebExchange exchange) {
        return directory
                .of(slug)
                .flatMap(read -> page(read, query, exchange))
                .switchIfEmpty(Mono.defer(() -> nothing.page(exchange, HttpStatus.NOT_FOUND, "therapist")))
                .onErrorResume(
                        TherapistsAway.class,
                        _ -> nothing.page(exchange, HttpStatus.SERVICE_UNAVAILABLE, "therapist-away"));
    }

    private Mono<ResponseEntity<String>> page(
            DirectoryProfile.Read read, MultiValueMap<String, String> query, ServerWebExchange exchange) {
        Words words = new Words(messages, SiteLanguage.of(exchange, null));
        Wish wish = Wish.read(query).wish();
        Profile profile = read.profile();
        Optional<Profile.Treatment> treatment = profile.treatment(
                        Objects.requireNonNullElse(query.getFirst(TREATMENT), ""))
                .or(() -> usual(profile, wish));
        LocalDate today = clock.now().atZone(zone(profile)).toLocalDate();
        LocalDate from = from(query.getFirst(FROM), today);
        return week(profile, treatment, from, today, wish, words).flatMap(week -> {
            Map<String, Object> values = new HashMap<>();
            String chosen = treatment.map(Profile.Treatment::id).orElse(null);
            values.put("profile", ProfileView.of(read, wish, chosen, words));
            values.put("treatment", treatment.map(Profile.Treatment::name).orElse(""));
            week.ifPresent(known -> values.put("week", known));
            values.put("away", read.own());
            values.put("query", query(wish, chosen, from.equals(today) ? null : from));
            values.put("card", card(read, words));
            return pages.page(PageKind.PUBLIC, exchange, HttpStatus.OK, "profile", words.language(), values);
        });
    }

    private static Optional<Profile.Treatment> usual(Profile profile, Wish wish) {
        List<Profile.Treatment> open = profile.treatments().stream()
                .filter(Profile.Treatment::isForAnybody)
                .toList();
        return open.stream()
                .filter(each -> wish.has(Wish.MODALITY, each.modality()))
                .findFirst()
                .or(() -> open.stream().filter(each -> each.minutes() == 60).findFirst())
                .or(() -> open.stream().findFirst());
    }

    private static ZoneId zone(Profile profile) {
        return profile.locations().stream()
                .findFirst()
                .map(place -> ZoneId.of(place.zone()))
                .orElse(ZoneId.of("America/Chicago"));
    }

    /** Dates that are past, too far or none at all begin today: an old link still shows something. */
    private static LocalDate from(@Nullable String text, LocalDate today) {
        try {
            LocalDate date = text == null ? today : LocalDate.parse(text);
            return date.isBefore(today) || date.isAfter(today.plusDays(FARTHEST_DAYS)) ? today : date;
        } catch (DateTimeException e) {
            return today;
        }
    }

    /** All days that can be asked for are read, so that turning pages asks nothing anew and a dead end is told. */
    private Mono<Optional<WeekView>> week(
            Profile profile,
            Optional<Profile.Treatment> treatment,
            LocalDate from,
            LocalDate today,
            Wish wish,
            Words words) {
        if (treatment.isEmpty()) {
            return Mono.just(Optional.empty());
        }
        Profile.Treatment chosen = treatment.get();
        OpeningsQuery question =
                new OpeningsQuery(profile.therapist(), chosen.treatment(), today, today.plusDays(FARTHEST_DAYS));
        return starts.of(List.of(question))
                .map(answers -> Optional.ofNullable(answers.get(question))
                        .map(days -> week(profile, chosen, days, from, today, wish, words)));
    }

    private static WeekView week(
            Profile profile,
            Profile.Treatment treatment,
            List<ShownDay> all,
            LocalDate from,
            LocalDate today,
            Wish wish,
            Words words) {
        LocalDate end = from.plusDays(WEEK);
        List<ShownDay> days = all.stream()
                .filter(day -> !day.date().isBefore(from) && day.date().isBefore(end))
                .toList();
        Optional<ZonedDateTime> later = all.stream()
                .filter(day -> !day.date().isBefore(end))
                .flatMap(ShownDay::starts)
                .findFirst();
        boolean empty = days.stream().allMatch(ShownDay::isEmpty);
        LocalDate before = from.minusDays(WEEK).isBefore(today) ? today : from.minusDays(WEEK);
        return new WeekView(
                words.say("find.week", words.dayAndMonth(from), words.dayAndMonth(end.minusDays(1))),
                days.stream()
                        .map(day -> new DayView(
                                words.dayAndMonth(day.date()),
                                day.starts()
                                        .map(start -> StartView.of(
                                                profile.therapist(),
                                                treatment.treatment(),
                                                profile.name(),
                                                start,
                                                today,
                                                words))
                                        .toList()))
                        .toList(),
                empty,
                from.isAfter(today) ? address(profile, wish, treatment.id(), before, words) + "#times" : null,
                later.isPresent() ? address(profile, wish, treatment.id(), end, words) + "#times" : null,
                empty
                        ? later.map(start ->
                                        address(profile, wish, treatment.id(), start.toLocalDate(), words) + "#times")
                                .orElse(null)
                        : null,
                later.map(start -> words.language().time(start)).orElse(null),
                words.language()
                        .zone(
                                all.isEmpty()
                                        ? from.atStartOfDay(zone(profile))
                                        : all.getFirst().date().atStartOfDay(zone(profile))));
    }

    static String address(
            Profile profile, Wish wish, @Nullable String treatment, @Nullable LocalDate from, Words words) {
        return "/therapists/" + profile.slug() + "?" + query(wish, treatment, from) + "lang="
                + words.language().tag();
    }

    private static String query(Wish wish, @Nullable String treatment, @Nullable LocalDate from) {
        String about = wish.all(Wish.CONDITION).stream()
                .map(condition -> "condition=" + condition + "&")
                .collect(Collectors.joining());
        return about
                + (treatment == null ? "" : TREATMENT + "=" + treatment + "&")
                + (from == null ? "" : FROM + "=" + from + "&");
    }

    private PageCard card(DirectoryProfile.Read read, Words words) {
        Profile profile = read.profile();
        String description = words.say(
                "find.profile.description",
                words.list("modality", profile.modalities()),
                profile.practice().name(),
                words.say("area." + profile.area()));
        return new PageCard(
                words.say("find.profile.title", profile.name()),
                description,
                site.page("/therapists/" + profile.slug() + "?"),
                "profile",
                profile.photos().stream().findFirst().orElse(null),
                read.linked().isEmpty() ? null : inPage(read.linked()));
    }

    /** JSON stays the same, and nothing in it can end the element that it stands in. */
    static String inPage(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
