package org.bodywork.bookings.editing;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.editing.Box.Choice;
import org.bodywork.bookings.editing.Box.Kind;
import org.bodywork.bookings.editing.ListingCalls.Outcome;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.site.FormFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Time off: what is planned, one more with a look at what it leads to, and giving it back. */
@RestController
@Hidden
@RequestMapping("/console/listing/{therapist}/" + TimeOffPage.SLUG)
class TimeOffPage {

    static final String SLUG = "time-off";

    private static final List<String> FIELDS = List.of("from", "to", "repeats", "until");
    private static final List<String> REPEATS = List.of("NEVER", "WEEKLY", "YEARLY");

    private final Editing.Finder finder;
    private final ListingCalls calls;
    private final Answering answering;
    private final ConsolePages pages;

    TimeOffPage(Editing.Finder finder, ListingCalls calls, Answering answering, ConsolePages pages) {
        this.finder = finder;
        this.calls = calls;
        this.answering = answering;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(
            @PathVariable String therapist,
            @RequestParam(required = false) @Nullable String saved,
            ServerWebExchange exchange) {
        return find(therapist, exchange)
                .flatMap(editing -> new TimeOffForm(editing, exchange)
                        .draw(saved == null ? Said.NOTHING : Said.notice("saved"), HttpStatus.OK));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> take(@PathVariable String therapist, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> find(therapist, exchange)
                        .map(editing ->
                                new TimeOffForm(editing, typed(form), FormFields.line(form, "version"), exchange))
                        .flatMap(sent -> answering.answer(sent, form, sent.begins())));
    }

    @PostMapping("/{id}/remove")
    Mono<ResponseEntity<String>> giveBack(
            @PathVariable String therapist, @PathVariable String id, ServerWebExchange exchange) {
        return find(therapist, exchange)
                .flatMap(editing -> calls.giveBack(
                                editing.therapist(), known(id), editing.staff().token())
                        .flatMap(outcome -> givenBack(outcome, new TimeOffForm(editing, exchange))));
    }

    private static Mono<ResponseEntity<String>> givenBack(Outcome outcome, TimeOffForm form) {
        return switch (outcome) {
            // Somebody else may have given it back already: it is how it was wished.
            case Outcome.Saved _, Outcome.Gone _ -> Mono.just(form.onward());
            case Outcome.NotAllowed _ -> form.draw(Said.notice("not-allowed"), HttpStatus.FORBIDDEN);
            case Outcome.Refused _, Outcome.VisitsAffected _, Outcome.ChangedMeanwhile _ -> form.drawAnew();
            case Outcome.Away _ -> form.draw(Said.notice("away"), HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    private Mono<Editing> find(String therapist, ServerWebExchange exchange) {
        return finder.find(therapist, Part.Where.HOURS, exchange);
    }

    private static List<Box> boxes(ObjectNode typed, Said said, Words words) {
        List<Choice> repeats = REPEATS.stream()
                .map(each -> new Choice(each, words.of("editing.repeats." + each)))
                .toList();
        return List.of(
                box(typed, said, "from", Kind.MOMENT, List.of(), words),
                box(typed, said, "to", Kind.MOMENT, List.of(), words),
                box(typed, said, "repeats", Kind.ONE, repeats, words),
                box(typed, said, "until", Kind.DATE, List.of(), words));
    }

    private static Box box(ObjectNode typed, Said said, String name, Kind kind, List<Choice> choices, Words words) {
        String key = "editing.time-off." + name;
        return new Box(
                name,
                kind,
                words.of(key),
                words.ifAny(key + ".why"),
                typed.path(name).asString(""),
                choices,
                said.faults().getOrDefault("/" + name, ""));
    }

    private static List<Planned> planned(Editing editing) {
        Words words = editing.words();
        DateTimeFormatter moment = DateTimeFormatter.ofPattern("EEE d MMM uuuu, h:mm a", words.locale());
        DateTimeFormatter date = DateTimeFormatter.ofPattern("EEE d MMM uuuu", words.locale());
        JsonNode whole = editing.stored().whole();
        ZoneId zone = ZoneId.of(whole.path("zone").asString("UTC"));
        return whole.path("timeOff")
                .valueStream()
                .map(each -> new Planned(
                        each.path("id").asString(""),
                        said(each.path("from").asString(""), zone, moment),
                        said(each.path("to").asString(""), zone, moment),
                        words.of("editing.repeats." + each.path("repeats").asString("NEVER")),
                        each.has("until")
                                ? date.format(LocalDate.parse(each.path("until").asString("")))
                                : ""))
                .toList();
    }

    private static String said(String time, ZoneId zone, DateTimeFormatter moment) {
        try {
            return moment.format(TypedFields.wallClock(time, zone));
        } catch (DateTimeException none) {
            return time;
        }
    }

    private static ObjectNode typed(MultiValueMap<String, String> form) {
        ObjectNode typed = JsonMapper.shared().createObjectNode();
        for (String field : FIELDS) {
            String text = FormFields.line(form, field);
            if (!text.isEmpty()) {
                typed.put(field, text);
            }
        }
        return typed;
    }

    private static String known(String id) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException none) {
            throw new NotOffered.NoSuchTherapist();
        }
    }

    /**
     * Time off that is there.
     *
     * @param until empty where it never stops
     */
    record Planned(String id, String from, String to, String repeats, String until) {}

    /** More time off as it was typed, for the schedule in the version that its sender has seen. */
    private final class TimeOffForm implements SentForm {

        private final Editing editing;
        private final ObjectNode typed;
        private final String version;
        private final ServerWebExchange exchange;

        TimeOffForm(Editing editing, ObjectNode typed, String version, ServerWebExchange exchange) {
            this.editing = editing;
            this.typed = typed;
            this.version = version;
            this.exchange = exchange;
        }

        /** An empty one. */
        TimeOffForm(Editing editing, ServerWebExchange exchange) {
            this(
                    editing,
                    JsonMapper.shared().createObjectNode(),
                    editing.stored().version(),
                    exchange);
        }

        @Nullable LocalDate begins() {
            return Answering.date(typed.path("from").asString("").split("T", 2)[0]);
        }

        @Override
        public Editing editing() {
            return editing;
        }

        @Override
        public ChangedListing.Read over(Listing listing) {
            return ChangedListing.withTimeOff(listing, typed);
        }

        @Override
        public Mono<Outcome> send(Collection<String> accepted) {
            return editing.stored().version().equals(version)
                    ? calls.takeTimeOff(
                            editing.therapist(),
                            typed,
                            version,
                            accepted,
                            editing.staff().token())
                    : Mono.just(new Outcome.ChangedMeanwhile());
        }

        /** What is planned now stands beside it: sending it again is meant. */
        @Override
        public Mono<ResponseEntity<String>> drawAnew() {
            return find(editing.therapist().toString(), exchange)
                    .flatMap(now -> new TimeOffForm(now, typed, now.stored().version(), exchange)
                            .draw(Said.notice("meanwhile"), HttpStatus.CONFLICT));
        }

        @Override
        public ResponseEntity<String> onward() {
            return pages.onward(exchange, path() + "?saved=true");
        }

        /** The first time, words are read from files. */
        @Override
        public Mono<ResponseEntity<String>> draw(Said said, HttpStatus status) {
            return Mono.fromCallable(() -> values(said))
                    .subscribeOn(Schedulers.boundedElastic())
                    .flatMap(values -> pages.page(exchange, status, "editing-time-off", Section.LISTING, values));
        }

        private Map<String, Object> values(Said said) {
            Words words = editing.words();
            Map<String, Object> values = new HashMap<>();
            values.put("path", path());
            values.put("home", "/console/listing/" + editing.therapist());
            values.put("name", editing.name());
            values.put("planned", planned(editing));
            values.put("boxes", boxes(typed, said, words));
            values.put(
                    "others",
                    said.faults().entrySet().stream()
                            .filter(fault -> FIELDS.stream()
                                    .noneMatch(field -> fault.getKey().equals("/" + field)))
                            .map(Map.Entry::getValue)
                            .toList());
            values.put("version", version);
            values.put("notice", said.notice());
            values.put("preview", said.preview());
            values.put("previewable", editing.known().isPresent());
            values.put("affected", said.affected(words));
            return values;
        }

        private String path() {
            return "/console/listing/%s/%s".formatted(editing.therapist(), SLUG);
        }
    }
}
