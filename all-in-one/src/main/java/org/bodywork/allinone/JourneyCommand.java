package org.bodywork.allinone;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bodywork.allinone.data.Keys;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.journey.Booked;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.Client;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.journey.Inbox;
import org.bodywork.allinone.journey.Site;
import org.bodywork.allinone.journey.Staff;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Command;
import org.bodywork.allinone.terminal.Trouble;

/**
 * Lives through one visit at an installation that runs elsewhere, such as in containers: listings, request, acceptance,
 * cancellation, and every message of it.
 */
record JourneyCommand() implements Command {

    private static final String BOOKING = "--booking";
    private static final String DIRECTORY = "--directory";
    private static final String MESSAGES = "--messages";
    private static final Duration FAR_ENOUGH_AHEAD = Duration.ofDays(3);

    @Override
    public int run(List<String> typed) {
        Arguments arguments = Arguments.read(typed, Set.of(BOOKING, DIRECTORY, MESSAGES), Set.of());
        Site site = new Site(address(arguments, BOOKING), address(arguments, DIRECTORY), address(arguments, MESSAGES));
        Http calls = Http.internal(internalToken(System.getenv()));
        DemoListings.importInto(site.directory(), calls);
        DemoListings.awaitBookable(site.bookings());
        DemoListings.review(site.directory(), calls);
        live(site);
        return 0;
    }

    private static void live(Site site) {
        Bookings bookings = new Bookings(site.bookings());
        Inbox inbox = new Inbox(site.messages());
        DemoTherapist therapist = DemoListings.therapists().stream()
                .filter(each -> !each.instant())
                .findFirst()
                .orElseThrow();
        Client client = Client.called("Journey Client");
        Booked visit = bookings.book(
                therapist, bookings.firstOpeningAfter(therapist, Instant.now().plus(FAR_ENOUGH_AHEAD)), client);
        System.out.println("Booked: " + visit.status());
        System.out.println(
                "Accepted: " + bookings.accept(visit, new Staff(site.directory(), inbox).signIn(therapist.email())));
        System.out.println("Mail: " + Inbox.titles(inbox.await(client.email(), 2)));
        System.out.println("SMS: " + inbox.await(client.phone(), 2).size());
        System.out.println("Cancelled: " + bookings.cancel(visit));
        System.out.println("Mail: " + Inbox.titles(inbox.await(client.email(), 3)));
        System.out.println("SMS: " + inbox.await(client.phone(), 3).size());
    }

    private static URI address(Arguments arguments, String option) {
        return URI.create(arguments.value(option).orElseThrow(() -> new Trouble("journey needs " + option + " URL")));
    }

    private static String internalToken(Map<String, String> environment) {
        String token = environment.get(Keys.INTERNAL_TOKEN);
        if (token == null) {
            throw new Trouble("journey needs the installation's %s in the environment.".formatted(Keys.INTERNAL_TOKEN));
        }
        return token;
    }
}
