package org.bodywork.bookings.editing;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.editing.Box.Choice;
import org.bodywork.bookings.editing.ListingCalls.Outcome;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.site.FormFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

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
    private final Answering answering;
    private final ConsolePages pages;

    PartPage(Editing.Finder finder, ListingCalls calls, Answering answering, ConsolePages pages) {
        this.finder = finder;
        this.calls = calls;
        this.answering = answering;
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
                .flatMap(editing -> new PartForm(
                                editing, known, Draft.of(editing.stored().whole()), exchange)
                        .draw(saved == null ? Said.NOTHING : Said.notice("saved"), HttpStatus.OK));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> change(
            @PathVariable String therapist, @PathVariable String part, ServerWebExchange exchange) {
        Part known = known(part);
        return exchange.getFormData()
                .flatMap(form -> finder.find(therapist, known.where(), exchange)
                        .map(editing -> new PartForm(
                                editing, known, Draft.typed(form), FormFields.line(form, "version"), null, exchange))
                        .flatMap(sent ->
                                answering.answer(sent, form, Answering.date(FormFields.line(form, "previewFrom")))));
    }

    private static Part known(String slug) {
        return Part.of(slug).orElseThrow(NotOffered.NoSuchTherapist::new);
    }

    /** One part of a listing as it was typed. */
    private final class PartForm implements SentForm {

        private final Editing editing;
        private final Part part;
        private final Draft draft;
        private final String version;
        private final @Nullable Draft theirs;
        private final ServerWebExchange exchange;

        /**
         * A form.
         *
         * @param version of what is stored that it was filled in for
         * @param theirs what somebody else has saved meanwhile; null where nobody has
         */
        PartForm(
                Editing editing,
                Part part,
                Draft draft,
                String version,
                @Nullable Draft theirs,
                ServerWebExchange exchange) {
            this.editing = editing;
            this.part = part;
            this.draft = draft;
            this.version = version;
            this.theirs = theirs;
            this.exchange = exchange;
        }

        PartForm(Editing editing, Part part, Draft draft, ServerWebExchange exchange) {
            this(editing, part, draft, editing.stored().version(), null, exchange);
        }

        @Override
        public Editing editing() {
            return editing;
        }

        @Override
        public ChangedListing.Read over(Listing listing) {
            return ChangedListing.of(listing, part, draft.over(editing.stored().whole(), part));
        }

        @Override
        public Mono<Outcome> send(Collection<String> accepted) {
            return editing.stored().version().equals(version)
                    ? calls.replace(
                            editing.therapist(),
                            part.where(),
                            draft.over(editing.stored().whole(), part),
                            version,
                            accepted,
                            editing.staff().token())
                    : Mono.just(new Outcome.ChangedMeanwhile());
        }

        /** From here on the form is about what is saved now: sending it again is meant. */
        @Override
        public Mono<ResponseEntity<String>> drawAnew() {
            return finder.find(editing.therapist().toString(), part.where(), exchange)
                    .flatMap(now -> new PartForm(
                                    now,
                                    part,
                                    draft,
                                    now.stored().version(),
                                    Draft.of(now.stored().whole()),
                                    exchange)
                            .draw(Said.notice("changed"), HttpStatus.CONFLICT));
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
                    .flatMap(values -> pages.page(exchange, status, "editing", Section.LISTING, values));
        }

        private Map<String, Object> values(Said said) {
            Words words = editing.words();
            Form form = new Form(part, draft, said.faults(), editing.places(), words);
            List<Group> groups = form.groups();
            Map<String, Object> values = new HashMap<>();
            values.put("path", path());
            values.put("home", "/console/listing/" + editing.therapist());
            values.put("part", part.slug());
            values.put("name", editing.name());
            values.put("groups", groups);
            values.put("others", form.others(groups));
            values.put("version", version);
            values.put("notice", said.notice());
            values.put("preview", said.preview());
            values.put("previewable", editing.known().isPresent());
            values.put("treatments", treatments());
            values.put("affected", said.affected(words));
            values.put("differences", differences(groups));
            values.put("conflict", theirs != null);
            return values;
        }

        private List<Choice> treatments() {
            return editing.known().map(Listing::treatments).orElse(List.of()).stream()
                    .map(treatment -> new Choice(treatment.id().toString(), treatment.name()))
                    .toList();
        }

        private List<Group.Difference> differences(List<Group> groups) {
            Words words = editing.words();
            return theirs == null
                    ? List.of()
                    : Group.Difference.between(
                            new Form(part, theirs, Map.of(), editing.places(), words).groups(), groups, words);
        }

        private String path() {
            return "/console/listing/%s/%s".formatted(editing.therapist(), part.slug());
        }
    }
}
