package org.bodywork.bookings.handover.adapter.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.handover.application.ReportSick;
import org.bodywork.bookings.handover.application.ReportSick.Sickness;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Somebody is away; the reason is for staff only. Unless confirmed, nothing follows from it. */
@Body("report-sick")
record HandoverRequest(
        String therapistId,
        String from,
        String to,
        @Nullable String reason,
        @Nullable Boolean confirmed) {

    boolean isConfirmed() {
        return Boolean.TRUE.equals(confirmed);
    }

    /**
     * What is said.
     *
     * @throws InvalidRequest with every fault found
     */
    Sickness sickness(BusinessClock clock) {
        List<FieldFault> faults = new ArrayList<>();
        LocalDate first = date(from, "/from", faults);
        LocalDate last = date(to, "/to", faults);
        if (faults.isEmpty()) {
            // Somewhere on earth it is still that day.
            LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.ofHours(-12));
            if (last.isBefore(first)) {
                faults.add(new FieldFault("/to", "Must not be before from."));
            } else if (last.isBefore(today)) {
                faults.add(new FieldFault("/to", "Must not be in the past."));
            } else if (last.isAfter(first.plusDays(ReportSick.MOST_DAYS - 1L))) {
                faults.add(new FieldFault("/to", "At most %d days at once.".formatted(ReportSick.MOST_DAYS)));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return new Sickness(TherapistId.of(therapistId), first, last, reason);
    }

    private static LocalDate date(String text, String pointer, List<FieldFault> faults) {
        try {
            return QueryDates.date(text);
        } catch (DateTimeException none) {
            faults.add(new FieldFault(pointer, "Must be a date such as 2026-12-01."));
            return LocalDate.EPOCH;
        }
    }
}
