package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.domain.ClientHistory;
import reactor.core.publisher.Mono;

/**
 * Books the same treatment with the same therapist again, for whoever holds the link of a visit that took place. What is
 * known of the client is taken from there, so that nothing has to be typed. Pressing twice books once.
 */
public final class BookAgain {

    private final ManageByLink links;
    private final BookAppointment booking;
    private final ClientRecords clients;
    private final Recognition recognition;

    public BookAgain(ManageByLink links, BookAppointment booking, ClientRecords clients, Recognition recognition) {
        this.links = links;
        this.booking = booking;
        this.clients = clients;
        this.recognition = recognition;
    }

    /** Fails as {@link ManageByLink#find} and {@link BookAppointment#book} do. */
    public Mono<Booked> book(String secret, Instant start) {
        return links.find(secret)
                .flatMap(visit -> visit.status() == Status.COMPLETED
                        ? book(visit, start)
                        : Mono.error(new Refusal.StateForbids(visit.status())));
    }

    private Mono<Booked> book(Appointment visit, Instant start) {
        AppointmentState state = visit.state();
        return clients.historyOf(state.marks().ref())
                .defaultIfEmpty(ClientHistory.NONE)
                .map(history -> new BookingRequest(
                        state.visit().part().therapist(),
                        state.visit().part().treatment().id(),
                        start,
                        null,
                        state.client(),
                        state.consent().email(),
                        state.consent().sms(),
                        null,
                        null,
                        history,
                        null))
                .flatMap(request ->
                        booking.book(request, recognition.of("again|" + visit.id() + "|" + start, start.toString())));
    }
}
