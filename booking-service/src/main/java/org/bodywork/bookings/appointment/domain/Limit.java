package org.bodywork.bookings.appointment.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * At most so many of something at one time. Each of them carries one of the limit's numbers among the keys that its
 * document occupies, so the unique index keeps the limit, even in a race.
 */
public record Limit(String name, int most) {

    private static final String CONTACT = "contact:";
    private static final String BROWSER = "browser:";
    private static final String ADDRESS = "address:";
    private static final List<String> KINDS = List.of(CONTACT, BROWSER, ADDRESS, WorkDay.KEY);

    /**
     * How much time one browser holds at once.
     *
     * @param mark a keyed hash
     */
    public static Limit onHoldsOfBrowser(String mark, int most) {
        return new Limit(BROWSER + mark, most);
    }

    /**
     * How much time one network address holds at once: the bound for those who throw their browser's mark away.
     *
     * @param mark a keyed hash
     */
    public static Limit onHoldsOfAddress(String mark, int most) {
        return new Limit(ADDRESS + mark, most);
    }

    /** How many requests of one contact wait for an answer at once. */
    public static Limit onOpenRequests(ClientMarks contact, int most) {
        return new Limit(CONTACT + contact.ref(), most);
    }

    /** How many bookings one contact makes on a date; ending a visit does not give its number back. */
    public static Limit onBookings(ClientMarks contact, LocalDate madeOn, int most) {
        return new Limit(CONTACT + contact.ref() + "|" + madeOn, most);
    }

    public List<String> numbers() {
        return IntStream.rangeClosed(1, most)
                .mapToObj(number -> name + "#" + number)
                .toList();
    }

    /** The number to try first: different ids begin at different ones, so that they seldom meet. */
    public String firstFor(AppointmentId id) {
        return numbers().get(Math.floorMod(id.hashCode(), most));
    }

    /** The keys that are numbers of limits, and not pieces of time. */
    public static Set<String> numbersAmong(@Nullable Collection<String> keys) {
        return keys == null
                ? Set.of()
                : keys.stream()
                        .filter(key -> KINDS.stream().anyMatch(key::startsWith))
                        .collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> withoutContacts(Set<String> numbers) {
        return numbers.stream().filter(number -> !number.startsWith(CONTACT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an appointment that has come to that status still carries the number. */
    static boolean isCarried(String number, Status status) {
        return isKept(number) || status.isOpen();
    }

    /** Numbers of a date are never given back. */
    static boolean isKept(String number) {
        return number.contains("|");
    }
}
