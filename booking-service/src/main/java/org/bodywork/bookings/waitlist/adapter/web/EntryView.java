package org.bodywork.bookings.waitlist.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.waitlist.domain.Offer;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.bookings.waitlist.domain.Whom;
import org.bodywork.bookings.waitlist.domain.Wish;
import org.jspecify.annotations.Nullable;

/**
 * An entry as whoever has its link sees it.
 *
 * @param offer while one is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        String id,
        String status,
        @Nullable String therapistId,
        @Nullable String treatmentId,
        Whom.@Nullable Anybody any,
        TimesView times,
        Instant since,
        @Nullable OfferedView offer,
        String manageUrl) {

    static EntryView of(WaitlistEntry entry, String manageUrl) {
        Whom whom = entry.wish().whom();
        Whom.Somebody somebody = whom instanceof Whom.Somebody one ? one : null;
        Offer offer = entry.offer();
        return new EntryView(
                entry.id().toString(),
                entry.standing().name(),
                somebody == null ? null : somebody.therapist().toString(),
                somebody == null ? null : somebody.treatment().toString(),
                whom instanceof Whom.Anybody anybody ? anybody : null,
                TimesView.of(entry.wish()),
                entry.since(),
                offer != null && offer.isOpen()
                        ? new OfferedView(OffsetTimes.text(offer.zonedStart()), offer.expiresAt())
                        : null,
                manageUrl);
    }

    record TimesView(List<String> days, String from, String to, String firstDate, String lastDate, long noticeMinutes) {

        static TimesView of(Wish wish) {
            return new TimesView(
                    wish.days().stream().sorted().map(Enum::name).toList(),
                    wish.from().toString(),
                    wish.to().toString(),
                    wish.firstDate().toString(),
                    wish.lastDate().toString(),
                    wish.shortestNotice().toMinutes());
        }
    }

    record OfferedView(String start, Instant expiresAt) {}
}
