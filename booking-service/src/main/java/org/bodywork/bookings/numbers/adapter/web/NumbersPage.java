package org.bodywork.bookings.numbers.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.QueryParameters;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.numbers.application.CountWork;
import org.bodywork.bookings.numbers.application.CountWork.Counted;
import org.bodywork.bookings.numbers.application.CountWork.Wanted;
import org.bodywork.bookings.numbers.domain.WeekNumbers;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How the work goes, week by week: charts, the same in a table, and for a spreadsheet. */
@RestController
@Hidden
class NumbersPage {

    static final String PATH = "/console/numbers";

    private static final int USUAL_WEEKS = 12;
    private static final List<Integer> WEEKS_OFFERED = List.of(4, USUAL_WEEKS, CountWork.MOST_WEEKS);
    private static final Wanted USUAL = new Wanted(null, null, USUAL_WEEKS);
    private static final String NOTHING = "–";

    private final CountWork numbers;
    private final ConsolePages pages;

    NumbersPage(CountWork numbers, ConsolePages pages) {
        this.numbers = numbers;
        this.pages = pages;
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<String>> show(@RequestParam MultiValueMap<String, String> given, ServerWebExchange exchange) {
        return Mono.fromCallable(() -> read(given))
                .flatMap(wanted -> numbers.count(Staff.in(exchange).colleague(), wanted)
                        .flatMap(counted -> page(counted, wanted, HttpStatus.OK, exchange)))
                .onErrorResume(
                        InvalidRequest.class,
                        _ -> numbers.count(Staff.in(exchange).colleague(), USUAL)
                                .flatMap(counted -> page(counted, USUAL, HttpStatus.BAD_REQUEST, exchange)));
    }

    @GetMapping(path = PATH + ".csv", produces = "text/csv;charset=UTF-8")
    Mono<ResponseEntity<String>> csv(@RequestParam MultiValueMap<String, String> given, ServerWebExchange exchange) {
        return Mono.fromCallable(() -> read(given))
                .flatMap(wanted -> numbers.count(Staff.in(exchange).colleague(), wanted))
                .map(counted -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(
                                                "numbers-%s.csv".formatted(counted.firstMonday()),
                                                StandardCharsets.US_ASCII)
                                        .build()
                                        .toString())
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .body(NumbersCsv.of(counted.weeks())));
    }

    /** What was left out, or left empty, is as usual. */
    private static Wanted read(MultiValueMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(withoutEmpty(given));
        TherapistId only = parameters.has("therapist")
                ? parameters.id("therapist").map(TherapistId::new).orElse(null)
                : null;
        LocalDate from = parameters
                .optional("from", "Must be a date such as 2026-11-30.", QueryDates::date)
                .orElse(null);
        Wanted wanted = parameters
                .optional("weeks", "Must be from 1 to 26.", text -> new Wanted(only, from, Integer.parseInt(text)))
                .orElseGet(() -> new Wanted(only, from, USUAL_WEEKS));
        parameters.refuseIfWrong();
        return wanted;
    }

    private static MultiValueMap<String, String> withoutEmpty(MultiValueMap<String, String> given) {
        Map<String, List<String>> kept = new HashMap<>(given);
        kept.values().removeIf(values -> values.stream().allMatch(value -> value == null || value.isBlank()));
        return MultiValueMap.fromMultiValue(kept);
    }

    private Mono<ResponseEntity<String>> page(
            Counted counted, Wanted wanted, HttpStatus status, ServerWebExchange exchange) {
        SiteLanguage language = pages.languageOf(exchange);
        Words words = new Words(language);
        List<String> mondays = counted.weeks().stream().map(words::week).toList();
        Map<String, Object> values = new HashMap<>();
        values.put("wrong", status == HttpStatus.BAD_REQUEST);
        values.put("from", counted.firstMonday());
        values.put("weeks", wanted.weeks());
        values.put(
                "weeksOffered",
                new TreeSet<>(Stream.concat(WEEKS_OFFERED.stream(), Stream.of(wanted.weeks()))
                        .toList()));
        values.put("therapist", wanted.only() == null ? "" : wanted.only().toString());
        values.put(
                "team",
                counted.team().size() < 2
                        ? List.of()
                        : counted.team().stream()
                                .map(each -> new Choice(each.id().toString(), each.name()))
                                .toList());
        values.put("charts", charts(counted.weeks(), mondays));
        values.put("rows", counted.weeks().stream().map(words::row).toList());
        values.put("total", words.row(WeekNumbers.together(counted.weeks())));
        values.put("query", query(wanted, counted.firstMonday()) + "&");
        values.put("csv", PATH + ".csv?" + query(wanted, counted.firstMonday()));
        return pages.page(exchange, status, "numbers", Section.NUMBERS, values);
    }

    private static List<BarChart> charts(List<WeekNumbers> weeks, List<String> mondays) {
        return Stream.<Map.Entry<String, Function<WeekNumbers, OptionalInt>>>of(
                        Map.entry("booked", WeekNumbers::bookedShare),
                        Map.entry("answered", WeekNumbers::answeredShare),
                        Map.entry("no-shows", WeekNumbers::noShowShare),
                        Map.entry("filled", WeekNumbers::filledShare),
                        Map.entry("again", WeekNumbers::bookedAgainShare),
                        Map.entry("reminders", WeekNumbers::remindersShare))
                .map(each -> BarChart.of(
                        each.getKey(),
                        mondays,
                        weeks.stream().map(each.getValue()).toList()))
                .toList();
    }

    /** What is shown, wherever the page is come back to from. */
    private static String query(Wanted wanted, LocalDate monday) {
        String range = "from=%s&weeks=%d".formatted(monday, wanted.weeks());
        return wanted.only() == null ? range : range + "&therapist=" + wanted.only();
    }

    /** Somebody to be chosen. */
    record Choice(String id, String name) {}

    /** A week in words. */
    record Row(
            String week,
            String offered,
            String booked,
            String bookedShare,
            String asked,
            String answeredShare,
            int kept,
            int noShows,
            int cancelledByClient,
            int late,
            int cancelledByTherapist,
            String freed,
            String filledShare,
            String againShare,
            int reminders,
            String remindersShare) {}

    private static final class Words {

        private static final double MINUTES = 60;

        private final DateTimeFormatter date;
        private final NumberFormat hours;

        Words(SiteLanguage language) {
            this.date = DateTimeFormatter.ofPattern("d MMM", language.locale());
            this.hours = NumberFormat.getNumberInstance(language.locale());
            hours.setMaximumFractionDigits(1);
        }

        String week(WeekNumbers week) {
            LocalDate monday = week.monday();
            return monday == null ? "" : date.format(monday);
        }

        Row row(WeekNumbers week) {
            return new Row(
                    week(week),
                    time(week.offered()),
                    time(week.booked()),
                    share(week.bookedShare()),
                    "%d/%d".formatted(week.answered(), week.answered() + week.missed()),
                    share(week.answeredShare()),
                    week.kept(),
                    week.noShows(),
                    week.cancelledByClient(),
                    week.late(),
                    week.cancelledByTherapist(),
                    time(week.freed()),
                    share(week.filledShare()),
                    share(week.bookedAgainShare()),
                    week.reminders(),
                    share(week.remindersShare()));
        }

        private String time(Duration time) {
            return hours.format(time.toMinutes() / MINUTES);
        }

        private static String share(OptionalInt percent) {
            return percent.isEmpty() ? NOTHING : percent.getAsInt() + " %";
        }
    }
}
