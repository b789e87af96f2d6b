package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** What a client does with the secret link besides cancelling, without scripts. */
@WholeService
class MovePageIT {

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;

    MovePageIT(@Autowired Town town, @LocalServerPort int port, @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
    }

    @Test
    void movesAtOnceOutsideTheCutOff() {
        String link = manage(town.settle(bookedInstantly()), town.inTwoWeeks());
        String two = startAt(town.inTwoWeeks(), "14:00");

        String week = PageFiles.keep("move-week", api.get(link + "/move"));
        String chosen = PageFiles.keep("move-chosen", api.get(link + "/move?start=" + two));
        Answer moved = send(PageForm.in(chosen, "/move"));

        assertThat(week).contains("it moves at once", "2:00 PM", "Later times");
        assertThat(chosen).contains("10:00 AM Central Time", "2:00 PM Central Time", "Move it");
        assertThat(api.get(link + "/move?start=" + two).headers().getFirst("Referrer-Policy"))
                .isEqualTo("no-referrer");
        assertThat(moved.status()).isEqualTo(303);
        assertThat(api.get("/api" + link).text("/start")).isEqualTo(two);
        assertThat(api.get(link).body().asString()).contains("2:00 PM Central Time");
    }

    @Test
    void asksTheTherapistInsideTheCutOff() {
        LocalDate tomorrow = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        String link = manage(town.settle(bookedInstantly()), tomorrow, "09:00");
        clock.moveTo(clock.offset()
                .plus(Duration.between(clock.now(), tomorrow.atTime(1, 0).atZone(Town.ZONE))));

        String chosen = api.get(link + "/move?start=" + startAt(tomorrow, "14:00"))
                .body()
                .asString();
        send(PageForm.in(chosen, "/move"));

        assertThat(chosen).contains("Your visit begins soon", "Ask for this time");
        assertThat(PageFiles.keep("manage-wanted", api.get(link)))
                .contains("You asked to move it to", "Half the price.", "Cancel this visit");
        assertThat(api.get("/api" + link).text("/start")).isEqualTo(startAt(tomorrow, "09:00"));
    }

    @Test
    void movesARequestAndSaysWhoAgrees() {
        String link = manage(town.settle(answeringRequests()), town.inTwoWeeks());
        String two = startAt(town.inTwoWeeks(), "14:00");

        String chosen = api.get(link + "/move?start=" + two).body().asString();
        send(PageForm.in(chosen, "/move"));

        assertThat(chosen).contains("Your request is not answered yet", "Ask for this time");
        assertThat(api.get("/api" + link).text("/start")).isEqualTo(two);
        assertThat(api.get("/api" + link).text("/status")).isEqualTo("REQUESTED");
    }

    @Test
    void offersOtherTimesWhereTheNewOneIsTaken() {
        TherapistInTown june = town.settle(bookedInstantly());
        String link = manage(june, town.inTwoWeeks());
        String two = startAt(town.inTwoWeeks(), "14:00");
        PageForm form = PageForm.in(api.get(link + "/move?start=" + two).body().asString(), "/move");
        api.book(aBooking(june, two));

        Answer refused = send(form);
        Answer late = api.get(link + "/move?start=" + two);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(PageFiles.keep("move-taken", refused)).contains("These are close", "/move?start=");
        assertThat(late.body().asString()).contains("cannot be booked any more");
        assertThat(api.get("/api" + link).text("/start")).isEqualTo(startAt(town.inTwoWeeks(), "10:00"));
    }

    @Test
    void leadsBackWhereThereIsNothingToMove() {
        String link = manage(town.settle(bookedInstantly()), town.inTwoWeeks());

        Answer noTime = api.form(link + "/move", Map.of("start", "tomorrow"), Map.of());
        Answer strange = api.get(link + "/move?from=tomorrow&start=10");
        api.form(link + "/cancel", Map.of(), Map.of());
        Answer cancelled = api.get(link + "/move");
        Answer pressed = api.form(link + "/move", Map.of("start", startAt(town.inTwoWeeks(), "14:00")), Map.of());

        assertThat(noTime.status()).isEqualTo(409);
        assertThat(noTime.body().asString()).contains("It stays as it is");
        assertThat(strange.status()).isEqualTo(200);
        for (Answer back : List.of(cancelled, pressed)) {
            assertThat(back.status()).isEqualTo(303);
            assertThat(back.headers().getFirst("Location")).isEqualTo(link + "?lang=en");
        }
        assertThat(api.get("/manage/nothing/move").status()).isEqualTo(404);
        assertThat(api.form("/manage/nothing/move", Map.of("start", "x"), Map.of())
                        .status())
                .isIn(404, 409);
    }

    @Test
    void opensAllVisitsByTheLinkOfOneOfThem() {
        String link = manage(town.settle(bookedInstantly()), town.inTwoWeeks());

        Answer opened = api.form(link + "/my-visits", Map.of(), Map.of());
        String cookie = String.valueOf(opened.headers().getFirst("Set-Cookie"));

        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.headers().getFirst("Location")).isEqualTo("/my-visits?lang=en");
        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Strict");
        Answer mine = api.call(
                HttpMethod.GET, "/my-visits", null, Map.of("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        assertThat(mine.body().asString()).contains("June Abernathy", link);
        assertThat(api.form("/manage/nothing/my-visits", Map.of(), Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void letsTheClientChooseHowToBeTold() {
        String link = manage(town.settle(bookedInstantly()), town.inTwoWeeks());

        String before = PageFiles.keep("manage-messages", api.get(link));
        Answer chosen = api.form(link + "/messages", Map.of("byEmail", "yes"), Map.of());
        String after = api.get(link).body().asString();
        api.form(link + "/messages", Map.of(), Map.of());

        assertThat(before).contains("You are told by email and by text");
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(after).contains("You are told by email. Change this");
        assertThat(api.get(link + "?lang=es").body().asString()).contains("No le enviamos nada sobre esta cita");
        assertThat(api.form("/manage/nothing/messages", Map.of(), Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void leadsToTheChoicesForAllVisitsOrSaysWhereElseTheyAre() {
        Answer booked = api.book(aBooking(town.settle(bookedInstantly()), startAt(town.inTwoWeeks(), "10:00")));
        String link = path(booked);
        String choices = "http://notifications.example/preferences/x";

        Answer away = api.get(link + "/preferences");
        StandInNotifications.get()
                .answer(
                        "/internal/appointments/" + booked.text("/id") + "/preferences",
                        "{\"url\": \"%s\"}".formatted(choices));
        Answer there = api.get(link + "/preferences");

        assertThat(api.get(link).body().asString()).contains("href=\"" + link + "/preferences?lang=en\"");
        assertThat(away.status()).isEqualTo(200);
        assertThat(PageFiles.keep("preferences-away", away))
                .contains(
                        "cannot be opened just now", "the link at the end of any email", "href=\"" + link + "?lang=en");
        assertThat(there.status()).isEqualTo(303);
        assertThat(there.headers().getFirst("Location")).isEqualTo(choices);
        assertThat(there.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(there.headers().getCacheControl()).contains("no-store");
    }

    private String manage(TherapistInTown june, LocalDate date) {
        return manage(june, date, "10:00");
    }

    private String manage(TherapistInTown june, LocalDate date, String time) {
        return path(api.book(aBooking(june, startAt(date, time))));
    }

    private static String path(Answer booked) {
        return booked.text("/manageUrl").substring("http://localhost:8080".length());
    }

    private Answer send(PageForm form) {
        return api.form(form.action(), form.fields(), Map.of());
    }
}
