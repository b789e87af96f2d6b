package org.bodywork.bookings.editing;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.editing.Box.Choice;
import org.bodywork.bookings.editing.ListingCalls.AffectedVisit;
import org.bodywork.bookings.editing.ListingCalls.Outcome;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TreatmentId;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * One part of a listing as a form: typed, looked at with the openings it leads to, and saved. Whatever comes back from
 * therapist-service, what was typed is still there.
 */
@RestController
@Hidden
@RequestMapping("/console/listing/{therapist}/{part}")
class PartPage {

    private final Editing.Finder finder;
    private final ListingCalls calls;
    private final PreviewOpenings previews;
    private final ConsolePages pages;

    PartPage(Editing.Finder finder, ListingCalls calls, PreviewOpenings previews, ConsolePages pages) {
        this.finder = finder;
        this.calls = calls;
        this.previews = previews;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(
            @PathVariable String therapist,
            @PathVariable String part,
            @RequestParam(required = false) @Nullable String saved,
            ServerWebExchange exchange) {
        Part known = known(part);
        return finder.find(therapist, known.where(), exchange)
                .flatMap(editing -> draw(
                        editing,
                        new Sheet(
                                        known,
                                        Draft.of(editing.stored().whole()),
                                        editing.stored().version())
                                .noticing(saved == null ? "" : "saved"),
                        HttpStatus.OK,
                        exchange));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> change(
            @PathVariable String therapist, @PathVariable String part, ServerWebExchange exchange) {
        Part known = known(part);
        return exchange.getFormData()
                .flatMap(form -> finder.find(therapist, known.where(), exchange).flatMap(editing -> {
                    Sheet sheet = new Sheet(known, Draft.typed(form), FormFields.line(form, "version"));
                    return FormFields.line(form, "do").equals("save")
                            ? save(editing, sheet, form.getOrDefault("accept", List.of()), exchange)
                            : preview(editing, sheet, form, exchange);
                }));
    }

    private Mono<ResponseEntity<String>> preview(
            Editing editing, Sheet sheet, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        if (editing.known().isEmpty()) {
            return draw(editing, sheet.noticing("not-known"), HttpStatus.OK, exchange);
        }
        Listing listing = editing.known().get();
        ChangedListing.Read read = ChangedListing.of(
                listing, sheet.part(), sheet.draft().over(editing.stored().whole(), sheet.part()));
        Listing then = read.listing();
        if (then == null) {
            Map<String, String> faults = new LinkedHashMap<>();
            read.faults()
                    .forEach((pointer, key) ->
                            faults.put(pointer, editing.words().of(key)));
            return draw(editing, sheet.noticing("wrong").with(faults), HttpStatus.BAD_REQUEST, exchange);
        }
        return previews.compare(
                        editing.staff().colleague(),
                        listing,
                        then,
                        treatment(FormFields.line(form, "previewOf")),
                        date(FormFields.line(form, "previewFrom")))
                .flatMap(preview -> draw(
                        editing, sheet.showing(PreviewView.of(preview, editing.words())), HttpStatus.OK, exchange));
    }

    private Mono<ResponseEntity<String>> save(
            Editing editing, Sheet sheet, List<String> accepted, ServerWebExchange exchange) {
        if (!editing.stored().version().equals(sheet.version())) {
            return conflict(editing, sheet, exchange);
        }
        ObjectNode whole = sheet.draft().over(editing.stored().whole(), sheet.part());
        return calls.replace(
                        editing.therapist(),
                        sheet.part().where(),
                        whole,
                        sheet.version(),
                        accepted,
                        editing.staff().token())
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Saved _ ->
                        Mono.just(pages.onward(exchange, path(editing, sheet.part()) + "?saved=true"));
                    case Outcome.Refused refused ->
                        draw(
                                editing,
                                sheet.noticing("wrong").with(sentences(refused.faults())),
                                HttpStatus.BAD_REQUEST,
                                exchange);
                    case Outcome.VisitsAffected affected ->
                        draw(editing, sheet.affecting(affected.visits()), HttpStatus.CONFLICT, exchange);
                    case Outcome.ChangedMeanwhile _ ->
                        finder.find(editing.therapist().toString(), sheet.part().where(), exchange)
                                .flatMap(now -> conflict(now, sheet, exchange));
                    case Outcome.NotAllowed _ ->
                        draw(editing, sheet.noticing("not-allowed"), HttpStatus.FORBIDDEN, exchange);
                    case Outcome.Gone _ -> Mono.error(new NotOffered.NoSuchTherapist());
                    case Outcome.Away _ ->
                        draw(editing, sheet.noticing("away"), HttpStatus.SERVICE_UNAVAILABLE, exchange);
                });
    }

    /** From here on the form is about what is saved now: sending it again is meant. */
    private Mono<ResponseEntity<String>> conflict(Editing now, Sheet sheet, ServerWebExchange exchange) {
        return draw(
                now,
                new Sheet(sheet.part(), sheet.draft(), now.stored().version())
                        .comparing(Draft.of(now.stored().whole())),
                HttpStatus.CONFLICT,
                exchange);
    }

    /** The first time, words are read from files. */
    private Mono<ResponseEntity<String>> draw(
            Editing editing, Sheet sheet, HttpStatus status, ServerWebExchange exchange) {
        return Mono.fromCallable(() -> values(editing, sheet))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(values -> pages.page(exchange, status, "editing", Section.LISTING, values));
    }

    private static Map<String, Object> values(Editing editing, Sheet sheet) {
        Words words = editing.words();
        Form form = new Form(sheet.part(), sheet.draft(), sheet.faults(), editing.places(), words);
        List<Group> groups = form.groups();
        Map<String, Object> values = new HashMap<>();
        values.put("path", path(editing, sheet.part()));
        values.put("home", "/console/listing/" + editing.therapist());
        values.put("part", sheet.part().slug());
        values.put("name", editing.name());
        values.put("groups", groups);
        values.put("others", form.others(groups));
        values.put("version", sheet.version());
        values.put("notice", sheet.notice());
        values.put("preview", sheet.preview());
        values.put("previewable", editing.known().isPresent());
        values.put(
                "treatments",
                editing.known().map(Listing::treatments).orElse(List.of()).stream()
                        .map(treatment -> new Choice(treatment.id().toString(), treatment.name()))
                        .toList());
        values.put("affected", affected(editing, sheet.affected()));
        Draft theirs = sheet.theirs();
        values.put(
                "differences",
                theirs == null
                        ? List.of()
                        : Group.Difference.between(
                                new Form(sheet.part(), theirs, Map.of(), editing.places(), words).groups(),
                                groups,
                                words));
        values.put("conflict", theirs != null);
        return values;
    }

    static List<Choice> affected(Editing editing, List<AffectedVisit> visits) {
        DateTimeFormatter moment = DateTimeFormatter.ofPattern(
                "EEE d MMM uuuu, h:mm a", editing.words().locale());
        return visits.stream()
                .map(visit -> new Choice(visit.id(), said(visit.start(), moment)))
                .toList();
    }

    private static String said(String start, DateTimeFormatter moment) {
        try {
            return moment.format(OffsetDateTime.parse(start));
        } catch (DateTimeException none) {
            return start;
        }
    }

    private static Map<String, String> sentences(List<FieldFault> faults) {
        Map<String, String> sentences = new LinkedHashMap<>();
        faults.forEach(fault -> sentences.putIfAbsent(fault.pointer(), fault.detail()));
        return sentences;
    }

    private static String path(Editing editing, Part part) {
        return "/console/listing/%s/%s".formatted(editing.therapist(), part.slug());
    }

    private static Part known(String slug) {
        return Part.of(slug).orElseThrow(NotOffered.NoSuchTherapist::new);
    }

    static @Nullable TreatmentId treatment(String text) {
        try {
            return text.isEmpty() ? null : TreatmentId.of(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    static @Nullable LocalDate date(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(date -> date.getYear() >= 2000 && date.getYear() < 2200)
                    .orElse(null);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /**
     * A form with all that is to be said about it.
     *
     * @param version of what is stored that the form was filled in for
     * @param notice which sentence stands above it; empty for none
     * @param theirs what somebody else has saved meanwhile
     */
    private record Sheet(
            Part part,
            Draft draft,
            String version,
            String notice,
            Map<String, String> faults,
            @Nullable PreviewView preview,
            List<AffectedVisit> affected,
            @Nullable Draft theirs) {

        Sheet(Part part, Draft draft, String version) {
            this(part, draft, version, "", Map.of(), null, List.of(), null);
        }

        Sheet noticing(String which) {
            return new Sheet(part, draft, version, which, faults, preview, affected, theirs);
        }

        Sheet with(Map<String, String> wrong) {
            return new Sheet(part, draft, version, notice, wrong, preview, affected, theirs);
        }

        Sheet showing(PreviewView openings) {
            return new Sheet(part, draft, version, notice, faults, openings, affected, theirs);
        }

        Sheet affecting(List<AffectedVisit> visits) {
            return new Sheet(part, draft, version, "affected", faults, preview, visits, theirs);
        }

        Sheet comparing(Draft saved) {
            return new Sheet(part, draft, version, "changed", faults, preview, affected, saved);
        }
    }
}
