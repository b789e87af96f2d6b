package org.bodywork.bookings.editing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.bookings.editing.Box.Choice;
import org.bodywork.bookings.editing.Box.Kind;
import org.bodywork.bookings.editing.Group.Row;

/**
 * Draws a draft as a form: what stands there, and a blank line more wherever something can be added.
 *
 * @param faults sentences by JSON pointer
 * @param places where the therapist may work
 */
record Form(Part part, Draft draft, Map<String, String> faults, List<Choice> places, Words words) {

    private static final List<String> MODALITIES =
            List.of("swedish", "deep-tissue", "trigger-point", "myofascial-release", "hot-stone", "cbd-oil", "medical");

    private static final List<String> CONDITIONS = List.of(
            "chronic-pain",
            "back-pain",
            "neck-pain",
            "joint-pain",
            "arthritis",
            "fibromyalgia",
            "spinal-stenosis",
            "headache-migraine",
            "muscle-tension",
            "limited-mobility",
            "stress-anxiety",
            "poor-sleep",
            "sports-recovery");

    private static final List<String> FIRST_OF_WHOLE = List.of(".from", ".amount", ".date");

    private static final int DATES_OFFERED = 2;

    List<Group> groups() {
        return switch (part) {
            case SCHEDULE -> schedule();
            case TREATMENTS -> lines("treatments", "name", this::treatment);
            case RULES -> List.of(rules());
            case CREDENTIALS -> lines("credentials", "number", this::credential);
            case PROFILE -> profile();
        };
    }

    /** Faults of no field that is drawn. */
    List<String> others(List<Group> groups) {
        List<String> drawn = groups.stream()
                .flatMap(group -> group.rows().stream())
                .flatMap(row -> row.boxes().stream())
                .filter(box -> box.kind() != Kind.HIDDEN)
                .map(Box::name)
                .toList();
        return faults.entrySet().stream()
                .filter(fault -> {
                    String name = nameOf(fault.getKey());
                    return !drawn.contains(name)
                            && FIRST_OF_WHOLE.stream().noneMatch(first -> drawn.contains(name + first));
                })
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    private interface Line {
        List<Row> of(String at, boolean fresh);
    }

    private List<Group> lines(String list, String title, Line line) {
        int known = draft.count(list);
        return IntStream.rangeClosed(0, known)
                .mapToObj(at -> {
                    String name = list + "." + at;
                    boolean fresh = at == known;
                    String legend = fresh
                            ? words.of("editing." + part.slug() + ".another")
                            : words.of("editing." + part.slug() + ".one", at + 1, draft.at(name + "." + title));
                    return new Group(legend, line.of(name, fresh), fresh);
                })
                .toList();
    }

    private List<Row> treatment(String at, boolean fresh) {
        return rows(
                fresh,
                at,
                box(at + ".id", Kind.HIDDEN),
                box(at + ".name", Kind.TEXT),
                one(at + ".modality", "editing.modality.", MODALITIES),
                box(at + ".minutes", Kind.NUMBER),
                box(at + ".price.amount", Kind.TEXT),
                hidden(at + ".price.currency", "USD"),
                box(at + ".bufferMinutes", Kind.NUMBER, fresh ? "15" : ""),
                box(at + ".roomNeeded", Kind.CHECK),
                box(at + ".rooms", Kind.TEXT),
                one(at + ".clients", "editing.clients.", List.of("any", "new", "returning")));
    }

    private List<Row> credential(String at, boolean fresh) {
        return rows(
                fresh,
                at,
                one(at + ".kind", "editing.kind.", List.of("licence", "certificate")),
                box(at + ".number", Kind.TEXT),
                box(at + ".state", Kind.TEXT),
                box(at + ".name", Kind.TEXT),
                box(at + ".issuer", Kind.TEXT),
                box(at + ".expires", Kind.DATE),
                box(at + ".checked", Kind.DATE),
                box(at + ".required", Kind.CHECK));
    }

    private List<Row> rows(boolean fresh, String at, Box... boxes) {
        Stream<Box> all = fresh ? Arrays.stream(boxes) : Stream.concat(Arrays.stream(boxes), Stream.of(remove(at)));
        return all.map(Row::of).toList();
    }

    private Box remove(String at) {
        return new Box(at + ".remove", Kind.CHECK, words.of("editing.remove"), "", "false", List.of(), "");
    }

    private Group rules() {
        return new Group(
                "",
                Stream.of(
                                box("rules.instant", Kind.CHECK),
                                box("rules.noticeMinutes", Kind.NUMBER),
                                box("rules.horizonDays", Kind.NUMBER),
                                box("rules.gridMinutes", Kind.NUMBER),
                                box("rules.requestMinutes", Kind.NUMBER),
                                box("rules.cancellationCutoffMinutes", Kind.NUMBER),
                                box("rules.feeText", Kind.PROSE),
                                box("rules.visitsADay", Kind.NUMBER),
                                box("rules.handsOnMinutesADay", Kind.NUMBER),
                                box("rules.inARow.handsOnMinutes", Kind.NUMBER),
                                box("rules.inARow.breakMinutes", Kind.NUMBER))
                        .map(Row::of)
                        .toList(),
                false);
    }

    private List<Group> profile() {
        List<Row> about = Stream.of(
                        one("status", "editing.status.", List.of("draft", "published", "withdrawn")),
                        box("name", Kind.TEXT),
                        box("pronouns", Kind.TEXT),
                        one("gender", "editing.gender.", List.of("", "woman", "man", "nonbinary")),
                        box("languages", Kind.TEXT),
                        many("modalities", "editing.modality.", MODALITIES),
                        box("approach", Kind.PROSE),
                        one("pressure.from", "editing.pressure.", List.of("", "light", "medium", "firm")),
                        one("pressure.to", "editing.pressure.", List.of("", "light", "medium", "firm")),
                        box("photos", Kind.PROSE))
                .map(Row::of)
                .toList();
        return List.of(
                new Group("", about, false), new Group(words.of("editing.profile.conditions"), conditions(), false));
    }

    /** All of them, with years beside those that the therapist knows. */
    private List<Row> conditions() {
        List<Row> rows = new ArrayList<>();
        List<String> known = IntStream.range(0, draft.count("conditions"))
                .mapToObj(at -> draft.at("conditions." + at + ".condition"))
                .toList();
        List<String> inOrder = Stream.concat(known.stream(), CONDITIONS.stream().filter(each -> !known.contains(each)))
                .toList();
        for (int at = 0; at < inOrder.size(); at++) {
            String name = "conditions." + at;
            String label = words.of("editing.condition." + inOrder.get(at));
            rows.add(new Row(
                    label,
                    List.of(
                            hidden(name + ".condition", inOrder.get(at)),
                            new Box(
                                    name + ".years",
                                    Kind.NUMBER,
                                    words.of("editing.profile.years", label),
                                    "",
                                    draft.at(name + ".years"),
                                    List.of(),
                                    fault(name + ".years")))));
        }
        return rows;
    }

    private List<Group> schedule() {
        List<Group> groups = new ArrayList<>();
        int versions = draft.count("versions");
        IntStream.rangeClosed(0, versions).forEach(at -> groups.add(week("versions." + at, at == versions && at > 0)));
        int overrides = draft.count("overrides");
        IntStream.rangeClosed(0, overrides).forEach(at -> groups.add(singleDate("overrides." + at, at == overrides)));
        groups.add(holidays());
        return groups;
    }

    private Group week(String at, boolean fresh) {
        List<Row> rows = new ArrayList<>();
        String from = draft.at(at + ".validFrom");
        rows.add(Row.of(box(at + ".validFrom", Kind.DATE)));
        int next = draft.count(at + ".hours");
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Integer> theirs = IntStream.range(0, draft.count(at + ".hours"))
                    .filter(range ->
                            draft.at(at + ".hours." + range + ".dayOfWeek").equals(day.name()))
                    .boxed()
                    .toList();
            String name = day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale());
            for (int range : theirs) {
                rows.add(range(at + ".hours." + range, day, name));
            }
            String more = theirs.isEmpty() ? name : words.of("editing.schedule.more", name);
            rows.add(range(at + ".hours." + next, day, more));
            next++;
        }
        String legend = fresh
                ? words.of("editing.schedule.another")
                : from.isEmpty() ? words.of("editing.schedule.always") : words.of("editing.schedule.from", said(from));
        return new Group(legend, rows, fresh);
    }

    private Row range(String at, DayOfWeek day, String label) {
        return new Row(
                label,
                List.of(
                        hidden(at + ".dayOfWeek", day.name()),
                        named(at + ".from", Kind.TIME, words.of("editing.schedule.from-on", label)),
                        named(at + ".to", Kind.TIME, words.of("editing.schedule.to-on", label)),
                        place(at + ".locationId", label)));
    }

    private Group singleDate(String at, boolean fresh) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(box(at + ".date", Kind.DATE)));
        String date = draft.at(at + ".date");
        String label = fresh ? words.of("editing.schedule.that-day") : said(date);
        rows.add(Row.of(place(at + ".locationId", label)));
        int known = draft.count(at + ".ranges");
        IntStream.rangeClosed(0, known)
                .forEach(range -> rows.add(new Row(
                        label,
                        List.of(
                                named(
                                        at + ".ranges." + range + ".from",
                                        Kind.TIME,
                                        words.of("editing.schedule.from-on", label)),
                                named(
                                        at + ".ranges." + range + ".to",
                                        Kind.TIME,
                                        words.of("editing.schedule.to-on", label))))));
        if (!fresh) {
            rows.add(Row.of(remove(at)));
        }
        return new Group(
                fresh ? words.of("editing.schedule.another-date") : words.of("editing.schedule.on", said(date)),
                rows,
                fresh);
    }

    private Group holidays() {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(box("holidays.federal", Kind.CHECK)));
        IntStream.range(0, draft.count("holidays.dates") + DATES_OFFERED)
                .forEach(at -> rows.add(
                        Row.of(named("holidays.dates." + at, Kind.DATE, words.of("editing.schedule.closed", at + 1)))));
        return new Group(words.of("editing.schedule.holidays"), rows, false);
    }

    /** Where there is but one place, nobody is asked. */
    private Box place(String name, String label) {
        String value = draft.at(name);
        String chosen = value.isEmpty() && !places.isEmpty() ? places.getFirst().value() : value;
        return places.size() < 2
                ? hidden(name, chosen)
                : new Box(
                        name, Kind.ONE, words.of("editing.schedule.place-on", label), "", chosen, places, fault(name));
    }

    /** A date as people write it; as it is where it is none. */
    private String said(String date) {
        try {
            return DateTimeFormatter.ofPattern("EEE d MMM uuuu", words.locale()).format(LocalDate.parse(date));
        } catch (DateTimeException none) {
            return date;
        }
    }

    private Box box(String name, Kind kind) {
        return box(name, kind, "");
    }

    private Box box(String name, Kind kind, String usual) {
        String value = draft.at(name);
        return box(name, kind, value.isEmpty() ? usual : shown(name, value), List.of());
    }

    /** Rooms and languages are written on one line. */
    private static String shown(String name, String value) {
        return name.endsWith("rooms") || name.equals("languages") ? value.replace("\n", ", ") : value;
    }

    private Box box(String name, Kind kind, String value, List<Choice> choices) {
        String key = "editing." + part.slug() + "." + plain(name);
        return new Box(
                name,
                kind,
                kind == Kind.HIDDEN ? "" : words.of(key),
                words.ifAny(key + ".why"),
                value,
                choices,
                fault(name));
    }

    private Box named(String name, Kind kind, String label) {
        return new Box(name, kind, label, "", draft.at(name), List.of(), fault(name));
    }

    private Box hidden(String name, String value) {
        return new Box(name, Kind.HIDDEN, "", "", value, List.of(), "");
    }

    private Box one(String name, String prefix, List<String> values) {
        return box(name, Kind.ONE, draft.at(name), choices(prefix, values));
    }

    private Box many(String name, String prefix, List<String> values) {
        return box(name, Kind.MANY, draft.at(name), choices(prefix, values));
    }

    private List<Choice> choices(String prefix, List<String> values) {
        return values.stream()
                .map(value -> new Choice(value, words.of(prefix + (value.isEmpty() ? "none" : value))))
                .toList();
    }

    /** A fault of a whole, such as a range of hours, is told at its first field. */
    private String fault(String name) {
        String own = faults.get(pointer(name));
        return own != null
                ? own
                : FIRST_OF_WHOLE.stream()
                        .filter(name::endsWith)
                        .map(first -> faults.get(pointer(name.substring(0, name.length() - first.length()))))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
    }

    private static String pointer(String name) {
        return "/" + name.replace('.', '/');
    }

    private static String nameOf(String pointer) {
        return pointer.startsWith("/") ? pointer.substring(1).replace('/', '.') : pointer;
    }

    /** Without its list and number: all lines of a list have the same labels. */
    private static String plain(String name) {
        return name.replaceFirst("^[a-zA-Z]+\\.[0-9]+\\.", "").replaceFirst("^rules\\.", "");
    }
}
