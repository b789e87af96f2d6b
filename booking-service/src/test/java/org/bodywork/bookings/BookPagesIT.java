package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Booking by pages, as somebody without scripts sends their forms. */
@WholeService
class BookPagesIT {

    private static final Duration MORE_THAN_A_HOLD = Duration.ofMinutes(11);

    private static final Map<String, String> ANSWERS =
            Map.of("painLevel", "6", "pregnancy", "no", "pressure", "medium", "consent", "true", "goal", "Sleep again");

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;

    BookPagesIT(@Autowired Town town, @LocalServerPort int port, @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
    }

    @Test
    void showsWhatIsChosenAndHoldsItByItsButtonOnly() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = tenOClock();

        Answer shown = api.get(chosen(june, start));
        Answer again = api.get(chosen(june, start));
        Answer held = send(PageForm.in(PageFiles.keep("book-chosen", shown), "method"));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(shown.body());
        assertThat(held.status()).isEqualTo(303);
        assertThat(location(held)).matches("/book/[0-9a-f-]{36}\\?lang=en");
        Answer page = api.get(location(held));
        assertThat(PageFiles.keep("book-contact", page))
                .contains("is yours until", "June Abernathy confirms at once", "$95.00", "name=\"email\"");
        assertThat(page.headers().getCacheControl()).contains("no-store");
        assertThat(page.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(api.startsOn(june, town.inTwoWeeks())).doesNotContain(start);
    }

    @Test
    void turnsTheWeeks() {
        TherapistInTown june = town.settle(bookedInstantly());
        String therapist = "/book?therapist=" + june.id();

        String treatments = PageFiles.keep("book-treatments", api.get(therapist));
        String week = PageFiles.keep("book-week", api.get(therapist + "&treatment=" + june.treatmentId()));
        String later = api.get(
                        found(week, "href=\"(/book\\?[^\"]*from=[^\"]*)\"").replace("&amp;", "&"))
                .body()
                .asString();

        assertThat(treatments).contains("Swedish massage, 60 minutes", "treatment=" + june.treatmentId());
        assertThat(week)
                .contains("Later times", "10:00 AM", "All times are in Central Time")
                .doesNotContain("Earlier");
        assertThat(later).contains("Earlier times", "10:00 AM");
    }

    @Test
    void booksInThreeStepsAndSaysWhatHappensNext() {
        TherapistInTown june = town.settle(bookedInstantly());
        String contact = hold(june);

        String questions =
                PageFiles.keep("book-questions", send(form(contact).with(ada()).pressing("go", "questions")));
        String review =
                PageFiles.keep("book-review", send(form(questions).with(ANSWERS).pressing("go", "review")));
        Answer booked = send(form(review).pressing("go", "book"));

        assertThat(questions).contains("Where does it hurt?", "Answer later").doesNotContain("id=\"name\"");
        assertThat(review)
                .contains("Ada Lovelace", "1 Kiln Lane", "Sleep again", "Medium", "Book this visit", "Half the price.")
                .doesNotContain("Send the request");
        assertThat(booked.status()).isEqualTo(303);
        assertThat(location(booked)).matches("/manage/[A-Za-z0-9_-]{43}/booked\\?lang=en");
        Answer done = api.get(location(booked));
        assertThat(PageFiles.keep("booked", done)).contains("You are booked", "/visit.ics", "See, move or cancel");
        assertThat(done.headers().getCacheControl()).contains("no-store");
        assertThat(visitBehind(booked).text("/status")).isEqualTo("CONFIRMED");
        assertThat(visitBehind(booked).body().at("/intakeNeeded").asBoolean()).isFalse();
    }

    @Test
    void booksOnceHoweverOftenTheButtonIsPressed() {
        String review = reviewed(hold(town.settle(bookedInstantly())), ada());

        Answer first = send(form(review).pressing("go", "book"));
        Answer second = send(form(review).pressing("go", "book"));
        Answer other = send(form(review).with(Map.of("name", "Somebody Else")).pressing("go", "book"));

        assertThat(location(second)).isEqualTo(location(first));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().asString()).contains("This time has been booked", "it was booked once");
    }

    @Test
    void booksOnceAlsoWhereTheTenMinutesWereOver() {
        String review = reviewed(hold(town.settle(bookedInstantly())), ada());
        clock.moveTo(clock.offset().plus(MORE_THAN_A_HOLD));

        Answer first = send(form(review).pressing("go", "book"));
        Answer second = send(form(review).pressing("go", "book"));

        assertThat(location(first)).contains("/booked");
        assertThat(location(second)).isEqualTo(location(first));
    }

    @Test
    void saysBeforeTheButtonThatItIsARequest() {
        String review = reviewed(hold(town.settle(answeringRequests())), ada());

        Answer booked = send(form(review).pressing("go", "book"));

        assertThat(review).contains("you ask June Abernathy", "within 24 hours", "Send the request");
        assertThat(PageFiles.keep("booked-request", api.get(location(booked))))
                .contains("Your request is sent", "June Abernathy answers by");
    }

    @Test
    void saysPlainlyThatAnAnswerMakesItARequest() {
        String questions = send(form(hold(town.settle(bookedInstantly())))
                        .with(ada())
                        .pressing("go", "questions"))
                .body()
                .asString();
        Map<String, String> flagged = new HashMap<>(ANSWERS);
        flagged.put("warningSigns", "chest-pain");

        String review = PageFiles.keep(
                "book-review-flagged", send(form(questions).with(flagged).pressing("go", "review")));
        Answer booked = send(form(review).pressing("go", "book"));

        assertThat(review)
                .contains("911", "this will be a request", "Send the request")
                .doesNotContain("Book this visit");
        assertThat(visitBehind(booked).text("/status")).isEqualTo("REQUESTED");
        assertThat(api.get(location(booked)).body().asString()).contains("reads your answers first");
    }

    @Test
    void namesEveryFieldThatIsWrongAndKeepsWhatWasTyped() {
        String contact = hold(town.settle(bookedInstantly()));
        Map<String, String> wrong =
                Map.of("name", " ", "email", "nobody@", "phone", "12", "byText", "yes", "note", "x".repeat(1001));

        Answer refused = send(form(contact).with(wrong).pressing("go", "questions"));
        Answer noPhone = send(form(contact)
                .with(Map.of("name", "Ada", "email", "ada@example.org", "byText", "yes"))
                .pressing("go", "questions"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(PageFiles.keep("book-contact-wrong", refused))
                .contains("id=\"name-fault\"", "id=\"email-fault\"", "id=\"phone-fault\"", "id=\"note-fault\"")
                .contains("role=\"alert\"", "href=\"#email\"", "value=\"nobody@\"", "is yours until");
        assertThat(noPhone.status()).isEqualTo(400);
        assertThat(noPhone.body().asString())
                .contains("we need your phone number")
                .doesNotContain("id=\"name-fault\"");
    }

    @Test
    void namesTheAnswersThatAreMissingAndTakesNoneAtAll() {
        String questions = send(form(hold(town.settle(bookedInstantly())))
                        .with(ada())
                        .pressing("go", "questions"))
                .body()
                .asString();

        Answer missing =
                send(form(questions).with(Map.of("goal", "Sleep again")).pressing("go", "review"));
        Answer later = send(form(questions).with(Map.of("goal", "Sleep again")).pressing("go", "later"));

        assertThat(missing.status()).isEqualTo(400);
        assertThat(PageFiles.keep("book-questions-wrong", missing))
                .contains("id=\"consent-fault\"", "href=\"#painLevel\"", "Sleep again");
        assertThat(later.body().asString()).contains("You answer the questions later");
        assertThat(form(later.body().asString()).fields()).containsEntry("goal", "Sleep again");
        Answer booked = send(form(later.body().asString()).pressing("go", "book"));
        assertThat(visitBehind(booked).body().at("/intakeNeeded").asBoolean()).isTrue();
    }

    @Test
    void offersOtherTimesAndLosesNothingWhereTheTimeIsTakenInTheLastStep() {
        TherapistInTown june = town.settle(bookedInstantly());
        String review = reviewed(hold(june), ada());
        clock.moveTo(clock.offset().plus(MORE_THAN_A_HOLD));
        assertThat(api.book(aBooking(june, tenOClock())).status()).isEqualTo(201);

        Answer taken = send(form(review).pressing("go", "book"));
        String times = PageFiles.keep("book-taken", taken);
        PageForm another = form(times).pressing("take", found(times, "name=\"take\" value=\"([^\"]+)\""));
        Answer onward = send(another);
        Answer kept = send(new PageForm(location(onward), another.fields()));
        Answer booked = send(form(kept.body().asString()).pressing("go", "book"));

        assertThat(taken.status()).isEqualTo(409);
        assertThat(times).contains("Somebody just took", "These are close", "What you typed is kept");
        assertThat(onward.status()).isEqualTo(307);
        assertThat(PageFiles.keep("book-review-again", kept))
                .contains("Ada Lovelace", "Book this visit", "is yours until");
        assertThat(location(booked)).contains("/booked");
    }

    @Test
    void holdsTheTimeAnewWhereTheTenMinutesWereOverAndItIsFree() {
        String contact = hold(town.settle(bookedInstantly()));
        clock.moveTo(clock.offset().plus(MORE_THAN_A_HOLD));
        PageForm typed = form(contact).with(ada()).pressing("go", "questions");

        Answer onward = send(typed);
        Answer later = send(
                new PageForm(location(onward), typed.with(Map.of("go", "later")).fields()));

        assertThat(onward.status()).isEqualTo(307);
        assertThat(later.body().asString()).contains("the time is yours again", "Ada Lovelace");
    }

    @Test
    void givesMoreTimeOnce() {
        String contact = hold(town.settle(bookedInstantly()));
        PageForm typed = form(contact).with(ada()).pressing("go", "renew");

        String renewed = send(typed).body().asString();
        Answer refused = send(typed);

        assertThat(renewed)
                .contains("You have ten minutes more", "Ada Lovelace")
                .doesNotContain("value=\"renew\"");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().asString()).contains("only once", "Ada Lovelace");
    }

    @Test
    void givesTheTimeBackForAnotherOne() {
        TherapistInTown june = town.settle(bookedInstantly());
        String contact = hold(june);

        Answer released = send(PageForm.in(contact, "/release"));

        assertThat(released.status()).isEqualTo(303);
        assertThat(location(released))
                .startsWith("/book?therapist=" + june.id())
                .contains("from=");
        assertThat(api.get(location(released)).status()).isEqualTo(200);
        assertThat(api.startsOn(june, town.inTwoWeeks())).contains(tenOClock());
    }

    @Test
    void showsTheWeekWhereTheTimeInAnAddressIsTaken() {
        TherapistInTown june = town.settle(bookedInstantly());
        api.book(aBooking(june, tenOClock()));

        Answer shown = api.get(chosen(june, tenOClock()));
        Answer pressed = api.form(
                "/book",
                Map.of("therapist", june.id(), "treatment", june.treatmentId(), "start", tenOClock()),
                Map.of());

        assertThat(shown.status()).isEqualTo(409);
        assertThat(shown.body().asString()).contains("cannot be booked any more", "11:30 AM");
        assertThat(pressed.status()).isEqualTo(409);
        assertThat(PageFiles.keep("book-others", pressed)).contains("These are close", "with June Abernathy");
    }

    @Test
    void takesWhoeverFitsAndSaysWhoBeforeTheBooking() {
        town.settle(bookedInstantly());
        String address = "/book?area=maplewood&modality=swedish&minutes=60&start=" + tenOClock();

        String shown = PageFiles.keep("book-anybody", api.get(address));
        Answer held = send(PageForm.in(shown, "method"));

        assertThat(shown).contains("Whoever fits", "Swedish massage", "Maplewood", "10:00 AM Central Time");
        assertThat(api.get(location(held)).body().asString()).contains("with June Abernathy", "is yours until");
    }

    @Test
    void asksBeforeItHoldsWhatAnotherSiteHasPressed() {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer pressed = api.form(
                "/book",
                Map.of("therapist", june.id(), "treatment", june.treatmentId(), "start", tenOClock()),
                Map.of("Sec-Fetch-Site", "cross-site"));

        assertThat(pressed.status()).isEqualTo(200);
        assertThat(pressed.body().asString()).contains("Take this time");
        assertThat(api.startsOn(june, town.inTwoWeeks())).contains(tenOClock());
    }

    @Test
    void tellsWhatToDoNextWhereThereIsNothingToBook() {
        TherapistInTown june = town.settle(bookedInstantly());
        String over = hold(june);
        String booked = hold(june, "12:00");
        PageForm review = form(reviewed(booked, ada()));
        send(review.pressing("go", "book"));
        clock.moveTo(clock.offset().plus(MORE_THAN_A_HOLD));

        for (String path : List.of(
                "/book",
                "/book?therapist=1",
                "/book?therapist=" + UUID.randomUUID(),
                "/book?therapist=" + june.id() + "&treatment=" + UUID.randomUUID(),
                "/book?therapist=" + june.id() + "&treatment=" + june.treatmentId() + "&start=tomorrow",
                "/book?area=nowhere&modality=swedish&minutes=60&start=" + tenOClock(),
                "/book?area=lakewood&modality=medical&minutes=600&start=" + tenOClock(),
                "/book/1",
                "/book/" + UUID.randomUUID(),
                path(form(over)),
                path(review),
                "/manage/nothing/booked")) {
            Answer page = api.get(path);

            assertThat(page.status()).as(path).isBetween(400, 410);
            assertThat(page.body().asString()).as(path).contains("<h1>", "href=\"/");
        }
        assertThat(api.form("/book/" + UUID.randomUUID(), Map.of("go", "book"), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(api.form("/book/" + UUID.randomUUID(), Map.of("take", tenOClock()), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesNamesOfAllTheWorldFromTheFirstPageToTheTherapist() {
        TherapistInTown june = town.settle(bookedInstantly());
        String name = "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd 🌿 O'Neil <b>";
        String note = "Línea\nمرحبا 👩‍👩‍👧";
        String questions = send(form(hold(june))
                        .with(Map.of("name", name, "email", "ada@example.org", "note", note, "go", "questions")))
                .body()
                .asString();
        Map<String, String> answers = new HashMap<>(ANSWERS);
        answers.put("goal", "النوم 😴");

        String review = send(form(questions).with(answers).pressing("go", "review"))
                .body()
                .asString();
        Answer booked = send(form(review).pressing("go", "book"));

        assertThat(review).contains("<bdi>\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd 🌿 O&#39;Neil &lt;b&gt;</bdi>");
        assertThat(api.get(location(booked)).status()).isEqualTo(200);
        String visit = "/api/appointments/" + visitBehind(booked).text("/id");
        String token = TestTokens.therapist("june", june.id());
        assertThat(api.get(visit, token).text("/client/name")).isEqualTo(name);
        assertThat(api.get(visit, token).text("/note")).isEqualTo(note);
        assertThat(api.get(visit + "/intake", token).text("/answers/goal")).isEqualTo("النوم 😴");
    }

    @Test
    void speaksSpanishThroughout() {
        TherapistInTown june = town.settle(answeringRequests());
        Answer held = send(PageForm.in(
                api.get(chosen(june, tenOClock()) + "&lang=es").body().asString(), "method"));
        String contact = PageFiles.keep("book-contact-es", api.get(location(held)));
        String questions = send(form(contact).with(ada()).pressing("go", "questions"))
                .body()
                .asString();
        String review = PageFiles.keep("book-review-es", send(form(questions).pressing("go", "later")));
        Answer booked = send(form(review).pressing("go", "book"));

        assertThat(contact).contains("Sobre usted", "responde a cada solicitud");
        assertThat(questions).contains("¿Dónde le duele?");
        assertThat(review).contains("Enviar la solicitud", "hora central");
        assertThat(PageFiles.keep("booked-es", api.get(location(booked)))).contains("Su solicitud está enviada");
    }

    private String tenOClock() {
        return startAt(town.inTwoWeeks(), "10:00");
    }

    private static String chosen(TherapistInTown therapist, String start) {
        return "/book?therapist=%s&treatment=%s&start=%s".formatted(therapist.id(), therapist.treatmentId(), start);
    }

    private static Map<String, String> ada() {
        return Map.of("name", "Ada Lovelace", "email", "ada-" + UUID.randomUUID() + "@example.org", "byEmail", "yes");
    }

    /** The first page, with that time held. */
    private String hold(TherapistInTown therapist) {
        return hold(therapist, "10:00");
    }

    private String hold(TherapistInTown therapist, String time) {
        Answer held = api.form(
                "/book",
                Map.of(
                        "therapist",
                        therapist.id(),
                        "treatment",
                        therapist.treatmentId(),
                        "start",
                        startAt(town.inTwoWeeks(), time)),
                Map.of());
        return api.get(location(held)).body().asString();
    }

    /** The last page, with the questions put off. */
    private String reviewed(String contact, Map<String, String> typed) {
        String questions = send(form(contact).with(typed).pressing("go", "questions"))
                .body()
                .asString();
        return send(form(questions).pressing("go", "later")).body().asString();
    }

    private static PageForm form(String html) {
        return PageForm.in(html, "id=\"booking\"");
    }

    private static String path(PageForm form) {
        return form.action().replaceAll("\\?.*", "");
    }

    private Answer send(PageForm form) {
        return api.form(form.action(), form.fields(), Map.of());
    }

    private Answer visitBehind(Answer booked) {
        return api.get("/api" + location(booked).replaceAll("/booked.*", ""));
    }

    private static String location(Answer answer) {
        return String.valueOf(answer.headers().getFirst("Location"));
    }

    private static String found(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
