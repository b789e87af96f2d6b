package org.bodywork.bookings.waitlist.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.bookings.waitlist.application.JoinWaitlist;
import org.bodywork.bookings.waitlist.application.JoinWaitlist.Asked;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal.NoSuchEntry;
import org.bodywork.bookings.waitlist.domain.Offer;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.bookings.waitlist.domain.Whom;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.BodyReader;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Joining the waitlist where nothing free suits, or for an earlier time than one has; and one's place on it. */
@RestController
@Hidden
class JoinPage {

    private static final MultiValueMap<String, String> NOTHING = new LinkedMultiValueMap<>();

    /** Parts of a day, and the starts that lie in them. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "any", List.of("00:00", "23:59"),
            "morning", List.of("00:00", "11:59"),
            "afternoon", List.of("12:00", "16:59"),
            "evening", List.of("17:00", "23:59"));

    private final JoinWaitlist joining;
    private final ManageByLink visits;
    private final Listings listings;
    private final Recognition recognition;
    private final BodyReader reader;
    private final Pages pages;
    private final BusinessClock clock;

    JoinPage(
            JoinWaitlist joining,
            ManageByLink visits,
            Listings listings,
            Recognition recognition,
            BodyReader reader,
            Pages pages,
            BusinessClock clock) {
        this.joining = joining;
        this.visits = visits;
        this.listings = listings;
        this.recognition = recognition;
        this.reader = reader;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/waitlist/join")
    Mono<ResponseEntity<String>> ask(ServerWebExchange exchange) {
        return whom(exchange.getRequest().getQueryParams(), exchange, HttpStatus.OK, Set.of());
    }

    @PostMapping(path = "/waitlist/join", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> join(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> Mono.fromCallable(() ->
                                JoinForm.read(reader.read(bytes(body(form, exchange)), JoinRequest.class), today()))
                        // Reading a phone number reads the rules of its country from the class path the first time.
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(asked -> join(asked, form, exchange))
                        .onErrorResume(
                                InvalidRequest.class,
                                wrong -> whom(form, exchange, HttpStatus.BAD_REQUEST, wrongIn(wrong)))
                        .onErrorResume(
                                WaitlistRefusal.class,
                                _ -> whom(form, exchange, HttpStatus.TOO_MANY_REQUESTS, Set.of("many"))))
                .onErrorResume(NotOffered.class, _ -> nothing(exchange));
    }

    private Mono<ResponseEntity<String>> whom(
            MultiValueMap<String, String> given, ServerWebExchange exchange, HttpStatus status, Set<String> wrong) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        return Mono.justOrEmpty(PathIds.uuid(FormFields.line(given, "therapist")))
                .flatMap(id -> listings.byId(TherapistId.of(id)))
                .filter(Listing::published)
                .zipWith(Mono.justOrEmpty(PathIds.uuid(FormFields.line(given, "treatment"))))
                .flatMap(found -> {
                    Listing listing = found.getT1();
                    Map<String, Object> values = form(given, wrong, language);
                    values.put("path", "/waitlist/join");
                    values.put("query", "therapist=%s&treatment=%s&".formatted(listing.id(), found.getT2()));
                    values.put("earlier", false);
                    values.put("therapistId", listing.id().toString());
                    values.put("treatmentId", found.getT2());
                    values.put("therapist", listing.name());
                    values.put(
                            "treatment",
                            listing.treatment(TreatmentId.of(found.getT2())).name());
                    return pages.page(exchange, status, "waitlist-join", language, values);
                })
                .onErrorResume(NotOffered.class, _ -> nothing(exchange))
                .switchIfEmpty(Mono.defer(() -> nothing(exchange)));
    }

    @GetMapping("/manage/{secret}/earlier")
    Mono<ResponseEntity<String>> askForEarlier(@PathVariable String secret, ServerWebExchange exchange) {
        return visits.find(secret)
                .flatMap(visit -> earlier(visit, secret, exchange, HttpStatus.OK, Set.of(), NOTHING))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    @PostMapping(path = "/manage/{secret}/earlier", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> joinForEarlier(@PathVariable String secret, ServerWebExchange exchange) {
        return visits.find(secret)
                .zipWith(exchange.getFormData())
                .flatMap(found -> {
                    Appointment visit = found.getT1();
                    MultiValueMap<String, String> form = found.getT2();
                    if (!visit.clientMayCancel(clock.now())) {
                        return Mono.just(pages.onward("/manage/" + secret, SiteLanguage.of(exchange, null)));
                    }
                    ObjectNode body = JsonMapper.shared().createObjectNode();
                    times(body, form);
                    return Mono.fromCallable(() -> JoinForm.read(
                                    reader.read(bytes(body), EarlierRequest.class),
                                    visit,
                                    clock.now()
                                            .atZone(visit.state().visit().zone())
                                            .toLocalDate()))
                            .flatMap(asked -> join(asked, form, exchange))
                            .onErrorResume(
                                    InvalidRequest.class,
                                    wrong -> earlier(
                                            visit, secret, exchange, HttpStatus.BAD_REQUEST, wrongIn(wrong), form))
                            .onErrorResume(
                                    WaitlistRefusal.class,
                                    _ -> earlier(
                                            visit,
                                            secret,
                                            exchange,
                                            HttpStatus.TOO_MANY_REQUESTS,
                                            Set.of("many"),
                                            form));
                })
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    private Mono<ResponseEntity<String>> earlier(
            Appointment visit,
            String secret,
            ServerWebExchange exchange,
            HttpStatus status,
            Set<String> wrong,
            MultiValueMap<String, String> given) {
        SiteLanguage language =
                SiteLanguage.of(exchange, visit.state().client().language().tag());
        Map<String, Object> values = form(given, wrong, language);
        values.put("path", "/manage/" + secret + "/earlier");
        values.put("earlier", true);
        values.put("visit", "/manage/" + secret);
        values.put("when", language.time(visit.state().visit().zonedStart()));
        values.put("therapist", visit.state().visit().part().therapistName());
        values.put("treatment", visit.state().visit().part().treatment().name());
        return pages.page(exchange, status, "waitlist-join", language, values);
    }

    @GetMapping("/waitlist/{secret}")
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        return joining.find(secret)
                .flatMap(entry -> entry(entry, secret, exchange))
                .onErrorResume(NoSuchEntry.class, _ -> nothing(exchange));
    }

    @PostMapping("/waitlist/{secret}/leave")
    Mono<ResponseEntity<String>> leave(@PathVariable String secret, ServerWebExchange exchange) {
        return joining.leave(secret)
                .map(_ -> pages.onward("/waitlist/" + secret, SiteLanguage.of(exchange, null)))
                .onErrorResume(NoSuchEntry.class, _ -> nothing(exchange));
    }

    private Mono<ResponseEntity<String>> entry(WaitlistEntry entry, String secret, ServerWebExchange exchange) {
        SiteLanguage language =
                SiteLanguage.of(exchange, entry.client().language().tag());
        Map<String, Object> values = new HashMap<>();
        values.put("path", "/waitlist/" + secret);
        values.put("standing", "waitlist." + entry.standing().name());
        values.put(
                "waiting",
                entry.standing() == WaitlistEntry.Standing.WAITING
                        || entry.standing() == WaitlistEntry.Standing.OFFERED);
        values.put("days", days(entry.wish().days(), language));
        values.put("everyDay", entry.wish().days().size() == DayOfWeek.values().length);
        values.put("last", language.day(entry.wish().lastDate()));
        Offer offer = entry.offer();
        values.put("offer", offer != null && offer.isOpen() ? language.time(offer.zonedStart()) : "");
        return therapistOf(entry).flatMap(name -> {
            values.put("therapist", name);
            return pages.page(exchange, HttpStatus.OK, "waitlist", language, values);
        });
    }

    /** Empty where anybody would do. */
    private Mono<String> therapistOf(WaitlistEntry entry) {
        return entry.wish().whom() instanceof Whom.Somebody somebody
                ? listings.byId(somebody.therapist()).map(Listing::name).onErrorReturn(NotOffered.class, "")
                : Mono.just("");
    }

    private Mono<ResponseEntity<String>> join(
            Asked asked, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        String once = FormFields.line(form, "once");
        return joining.join(
                        asked,
                        recognition.of("waitlist-page|" + once, asked.wish().toString()))
                .map(joined ->
                        pages.onward("/waitlist/" + joining.secretOf(joined.entry()), SiteLanguage.of(exchange, null)));
    }

    private Map<String, Object> form(MultiValueMap<String, String> given, Set<String> wrong, SiteLanguage language) {
        Map<String, Object> values = new HashMap<>();
        String once = FormFields.line(given, "once");
        values.put("once", PathIds.uuid(once).orElseGet(() -> UUID.randomUUID().toString()));
        values.put("wrong", wrong);
        values.put("typed", typed(given));
        Set<String> chosen = new HashSet<>(given.getOrDefault("day", List.of()));
        values.put(
                "days",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(
                                day.name(),
                                day.getDisplayName(TextStyle.FULL, language.locale()),
                                chosen.isEmpty() || chosen.contains(day.name())))
                        .toList());
        values.put("today", today());
        return values;
    }

    /** A weekday to tick. */
    record Day(String value, String text, boolean ticked) {}

    private static Map<String, String> typed(MultiValueMap<String, String> given) {
        Map<String, String> typed = new HashMap<>();
        for (String name : List.of("name", "email", "phone", "byEmail", "byText", "part", "last")) {
            typed.put(name, FormFields.line(given, name));
        }
        if (given.getFirst("once") == null) {
            typed.put("byEmail", "yes");
        }
        return typed;
    }

    private static ObjectNode body(MultiValueMap<String, String> form, ServerWebExchange exchange) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("therapistId", FormFields.line(form, "therapist"))
                .put("treatmentId", FormFields.line(form, "treatment"));
        times(body, form);
        ObjectNode client = body.putObject("client");
        client.put("name", FormFields.line(form, "name"))
                .put("email", FormFields.line(form, "email"))
                .put("locale", SiteLanguage.of(exchange, null).tag());
        String phone = FormFields.line(form, "phone");
        if (!phone.isEmpty()) {
            client.put("phone", phone);
        }
        body.putObject("consent")
                .put("email", FormFields.line(form, "byEmail").equals("yes"))
                .put("sms", FormFields.line(form, "byText").equals("yes"));
        return body;
    }

    private static void times(ObjectNode body, MultiValueMap<String, String> form) {
        ObjectNode times = body.putObject("times");
        List<String> part = PARTS.getOrDefault(FormFields.line(form, "part"), List.of("00:00", "23:59"));
        times.put("from", part.getFirst()).put("to", part.getLast());
        ArrayNode days = times.putArray("days");
        form.getOrDefault("day", List.of()).forEach(days::add);
        String last = FormFields.line(form, "last");
        if (!last.isEmpty()) {
            times.put("lastDate", last);
        }
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Such as name or days: the last part of what is named. */
    private static Set<String> wrongIn(InvalidRequest wrong) {
        return wrong.faults().stream()
                .map(FieldFault::pointer)
                .map(pointer -> pointer.startsWith("/times/days") ? "days" : pointer)
                .map(pointer -> pointer.substring(pointer.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static String days(Set<DayOfWeek> days, SiteLanguage language) {
        return days.stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, language.locale()))
                .collect(Collectors.joining(", "));
    }

    private Mono<ResponseEntity<String>> nothing(ServerWebExchange exchange) {
        Map<String, Object> words =
                Map.of("why", "no-link.waitlist.why", "next", "no-link.waitlist.next", "myVisits", false);
        return pages.page(exchange, HttpStatus.NOT_FOUND, "no-link", SiteLanguage.of(exchange, null), words);
    }

    private LocalDate today() {
        return clock.now().atZone(ZoneOffset.ofHours(-12)).toLocalDate();
    }
}
