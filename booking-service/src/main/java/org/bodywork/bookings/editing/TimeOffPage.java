package org.bodywork.bookings.editing;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.editing.Box.Choice;
import org.bodywork.bookings.editing.Box.Kind;
import org.bodywork.bookings.editing.ListingCalls.AffectedVisit;
import org.bodywork.bookings.editing.ListingCalls.Outcome;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.platform.web.FieldFault;
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
    private final PreviewOpenings previews;
    private final ConsolePages pages;

    TimeOffPage(Editing.Finder finder, ListingCalls calls, PreviewOpenings previews, ConsolePages pages) {
        this.finder = finder;
        this.calls = calls;
        this.previews = previews;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(
            @PathVariable String therapist,
            @RequestParam(required = false) @Nullable String saved,
            ServerWebExchange exchange) {
        return find(therapist, exchange)
                .flatMap(editing -> draw(
                        editing,
                        Sheet.of(JsonMapper.shared().createObjectNode()).noticing(saved == null ? "" : "saved"),
                        HttpStatus.OK,
                        exchange));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> take(@PathVariable String therapist, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> find(therapist, exchange).flatMap(editing -> {
                    Sheet sheet = Sheet.of(typed(form));
                    return FormFields.line(form, "do").equals("save")
                            ? save(editing, sheet, form.getOrDefault("accept", List.of()), exchange)
                            : preview(editing, sheet, form, exchange);
                }));
    }

    @PostMapping("/{id}/remove")
    Mono<ResponseEntity<String>> giveBack(
            @PathVariable String therapist, @PathVariable String id, ServerWebExchange exchange) {
        return find(therapist, exchange)
                .flatMap(editing -> calls.giveBack(
                                editing.therapist(), known(id), editing.staff().token())
                        .flatMap(outcome -> switch (outcome) {
                            // Somebody else may have given it back already: it is how it was wished.
                            case Outcome.Saved _, Outcome.Gone _ -> Mono.just(onward(editing, exchange));
                            case Outcome.NotAllowed _ ->
                                draw(editing, nothing("not-allowed"), HttpStatus.FORBIDDEN, exchange);
                            case Outcome.Refused _, Outcome.VisitsAffected _, Outcome.ChangedMeanwhile _ ->
                                draw(editing, nothing("changed"), HttpStatus.CONFLICT, exchange);
                            case Outcome.Away _ ->
                                draw(editing, nothing("away"), HttpStatus.SERVICE_UNAVAILABLE, exchange);
                        }));
    }

    private Mono<Editing> find(String therapist, ServerWebExchange exchange) {
        return finder.find(therapist, Part.Where.HOURS, exchange);
    }

    private Mono<ResponseEntity<String>> preview(
            Editing editing, Sheet sheet, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        if (editing.known().isEmpty()) {
            return draw(editing, sheet.noticing("not-known"), HttpStatus.OK, exchange);
        }
        Listing listing = editing.known().get();
        ChangedListing.Read read = ChangedListing.withTimeOff(listing, sheet.typed());
        Listing then = read.listing();
        if (then == null) {
            Map<String, String> faults = new LinkedHashMap<>();
            read.faults()
                    .forEach((pointer, key) ->
                            faults.put(pointer, editing.words().of(key)));
            return draw(editing, sheet.noticing("wrong").with(faults), HttpStatus.BAD_REQUEST, exchange);
        }
        LocalDate begins = PartPage.date(sheet.typed().path("from").asString("").split("T", 2)[0]);
        return previews.compare(
                        editing.staff().colleague(),
                        listing,
                        then,
                        PartPage.treatment(FormFields.line(form, "previewOf")),
                        begins)
                .flatMap(preview -> draw(
                        editing, sheet.showing(PreviewView.of(preview, editing.words())), HttpStatus.OK, exchange));
    }

    private Mono<ResponseEntity<String>> save(
            Editing editing, Sheet sheet, List<String> accepted, ServerWebExchange exchange) {
        return calls.takeTimeOff(
                        editing.therapist(),
                        sheet.typed(),
                        accepted,
                        editing.staff().token())
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Saved _ -> Mono.just(onward(editing, exchange));
                    case Outcome.Refused refused -> {
                        Map<String, String> faults = new LinkedHashMap<>();
                        for (FieldFault fault : refused.faults()) {
                            faults.putIfAbsent(fault.pointer(), fault.detail());
                        }
                        yield draw(editing, sheet.noticing("wrong").with(faults), HttpStatus.BAD_REQUEST, exchange);
                    }
                    case Outcome.VisitsAffected affected ->
                        draw(editing, sheet.affecting(affected.visits()), HttpStatus.CONFLICT, exchange);
                    case Outcome.ChangedMeanwhile _ ->
                        draw(editing, sheet.noticing("changed"), HttpStatus.CONFLICT, exchange);
                    case Outcome.NotAllowed _ ->
                        draw(editing, sheet.noticing("not-allowed"), HttpStatus.FORBIDDEN, exchange);
                    case Outcome.Gone _ -> Mono.error(new NotOffered.NoSuchTherapist());
                    case Outcome.Away _ ->
                        draw(editing, sheet.noticing("away"), HttpStatus.SERVICE_UNAVAILABLE, exchange);
                });
    }

    private ResponseEntity<String> onward(Editing editing, ServerWebExchange exchange) {
        return pages.onward(exchange, path(editing) + "?saved=true");
    }

    private static Sheet nothing(String notice) {
        return Sheet.of(JsonMapper.shared().createObjectNode()).noticing(notice);
    }

    private Mono<ResponseEntity<String>> draw(
            Editing editing, Sheet sheet, HttpStatus status, ServerWebExchange exchange) {
        return Mono.fromCallable(() -> values(editing, sheet))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(values -> pages.page(exchange, status, "editing-time-off", Section.LISTING, values));
    }

    private static Map<String, Object> values(Editing editing, Sheet sheet) {
        Words words = editing.words();
        Map<String, Object> values = new HashMap<>();
        values.put("path", path(editing));
        values.put("home", "/console/listing/" + editing.therapist());
        values.put("name", editing.name());
        values.put("planned", planned(editing));
        values.put("boxes", boxes(sheet, words));
        values.put(
                "others",
                sheet.faults().entrySet().stream()
                        .filter(fault -> FIELDS.stream()
                                .noneMatch(field -> fault.getKey().equals("/" + field)))
                        .map(Map.Entry::getValue)
                        .toList());
        values.put("notice", sheet.notice());
        values.put("preview", sheet.preview());
        values.put("previewable", editing.known().isPresent());
        values.put("affected", PartPage.affected(editing, sheet.affected()));
        return values;
    }

    private static List<Box> boxes(Sheet sheet, Words words) {
        List<Choice> repeats = REPEATS.stream()
                .map(each -> new Choice(each, words.of("editing.repeats." + each)))
                .toList();
        return List.of(
                box(sheet, "from", Kind.MOMENT, List.of(), words),
                box(sheet, "to", Kind.MOMENT, List.of(), words),
                box(sheet, "repeats", Kind.ONE, repeats, words),
                box(sheet, "until", Kind.DATE, List.of(), words));
    }

    private static Box box(Sheet sheet, String name, Kind kind, List<Choice> choices, Words words) {
        String key = "editing.time-off." + name;
        return new Box(
                name,
                kind,
                words.of(key),
                words.ifAny(key + ".why"),
                sheet.typed().path(name).asString(""),
                choices,
                sheet.faults().getOrDefault("/" + name, ""));
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
            return moment.format(ChangedListing.wallClock(time, zone));
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

    private static String path(Editing editing) {
        return "/console/listing/%s/%s".formatted(editing.therapist(), SLUG);
    }

    /**
     * Time off that is there.
     *
     * @param until empty where it never stops
     */
    record Planned(String id, String from, String to, String repeats, String until) {}

    private record Sheet(
            ObjectNode typed,
            String notice,
            Map<String, String> faults,
            @Nullable PreviewView preview,
            List<AffectedVisit> affected) {

        static Sheet of(ObjectNode typed) {
            return new Sheet(typed, "", Map.of(), null, List.of());
        }

        Sheet noticing(String which) {
            return new Sheet(typed, which, faults, preview, affected);
        }

        Sheet with(Map<String, String> wrong) {
            return new Sheet(typed, notice, wrong, preview, affected);
        }

        Sheet showing(PreviewView openings) {
            return new Sheet(typed, notice, faults, openings, affected);
        }

        Sheet affecting(List<AffectedVisit> visits) {
            return new Sheet(typed, "affected", faults, preview, visits);
        }
    }
}
