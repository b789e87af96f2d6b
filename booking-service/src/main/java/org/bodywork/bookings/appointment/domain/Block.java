package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bodywork.bookings.opening.domain.Claim;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Time that staff keep free of visits for up to a day. Unlike time off, which is a rule, it is a claim: it stands only
 * where no visit does.
 *
 * @param open whether it still takes time; a lifted block is kept only until that has been told
 * @param reason for staff only
 * @param accountId who made it
 * @param changedAt when it was made or lifted, in business time
 */
public record Block(
        AppointmentId id,
        boolean open,
        TherapistId therapist,
        PracticeId practice,
        ZoneId zone,
        TimeSpan span,
        @Nullable String reason,
        String accountId,
        Instant changedAt)
        implements Holder {

    /** What is longer is time off. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** The local dates that it touches. */
    public List<LocalDate> dates() {
        LocalDate first = span.from().atZone(zone).toLocalDate();
        LocalDate last = span.until().atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1)).toList();
    }

    @Override
    public Set<String> occupied() {
        return open ? Set.copyOf(Resource.therapist(therapist).keysDuring(span)) : Set.of();
    }

    @Override
    public List<Claim> claims() {
        return List.of(new Claim(occupied(), null));
    }

    /** It is no visit. */
    @Override
    public List<Visit> work(Instant now) {
        return List.of();
    }

    @Override
    public boolean isOverdue(Instant now) {
        return false;
    }

    /** Gives the time back; nothing when that has been done. */
    public Optional<Block> lift(Instant now) {
        return open
                ? Optional.of(new Block(id, false, therapist, practice, zone, span, reason, accountId, now))
                : Optional.empty();
    }
}
