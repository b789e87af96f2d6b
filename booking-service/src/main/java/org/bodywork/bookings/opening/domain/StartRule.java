package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The rules besides working hours that a start must keep, when it is shown and again when it is booked. */
enum StartRule {
    /** Drafts and withdrawn listings take no bookings. */
    PUBLISHED(Hindrance.NOT_PUBLISHED) {
        @Override
        boolean allows(Slot slot, Instant now) {
            return slot.listing().published();
        }
    },

    /** Without proof everybody is new, so a treatment for returning clients cannot be booked by just anybody. */
    OPEN_TO_EVERYBODY(Hindrance.FOR_RETURNING_CLIENTS) {
        @Override
        boolean binds(Asking asking) {
            return !asking.known();
        }

        @Override
        boolean allows(Slot slot, Instant now) {
            return slot.treatment().clients() != ForClients.RETURNING;
        }
    },

    /** Only proof makes anybody a returning client, so a treatment for new ones is open until then. */
    OPEN_TO_RETURNING_CLIENTS(Hindrance.FOR_NEW_CLIENTS) {
        @Override
        boolean binds(Asking asking) {
            return asking.returning();
        }

        @Override
        boolean allows(Slot slot, Instant now) {
            return slot.treatment().clients() != ForClients.NEW;
        }
    },

    /** The therapist has the notice asked for; a start in the past is never one. */
    NOTICE(Hindrance.NOTICE) {
        @Override
        boolean binds(Asking asking) {
            return !asking.waives(Waiver.NOTICE);
        }

        @Override
        boolean allows(Slot slot, Instant now) {
            Instant start = slot.start().toInstant();
            return start.isAfter(now)
                    && !start.isBefore(now.plus(slot.listing().rules().notice()));
        }
    },

    /** The local date is at most the horizon away; the last day of the horizon can be booked to its end. */
    HORIZON(Hindrance.HORIZON) {
        @Override
        boolean binds(Asking asking) {
            return !asking.waives(Waiver.HORIZON);
        }

        @Override
        boolean allows(Slot slot, Instant now) {
            return !slot.start().toLocalDate().isAfter(lastBookableDate(slot.listing(), now));
        }
    },

    /** The therapist is not away at any moment of the visit; the buffer after it may reach into time off. */
    TIME_OFF(Hindrance.TIME_OFF) {
        @Override
        boolean allows(Slot slot, Instant now) {
            Listing listing = slot.listing();
            return !listing.schedule().isAwayDuring(slot.visit(), listing.zone());
        }
    },

    /** No calendar elsewhere says busy while the visit or the buffer after it lasts. */
    OUTSIDE_CALENDAR(Hindrance.OUTSIDE_CALENDAR) {
        @Override
        boolean allows(Slot slot, Instant now) {
            return !slot.listing().busyElsewhere().touch(slot.work());
        }
    },

    /** The licence is valid on the local date of the visit; its expiry date is the last good one. */
    LICENCE(Hindrance.LICENCE) {
        @Override
        boolean allows(Slot slot, Instant now) {
            LocalDate expires = slot.listing().licenceExpires();
            return expires == null || !slot.start().toLocalDate().isAfter(expires);
        }
    };

    private static final List<StartRule> ALL = List.of(values());

    /** They say the same of every start on one local date. */
    private static final List<StartRule> OF_DATES =
            List.of(PUBLISHED, OPEN_TO_EVERYBODY, OPEN_TO_RETURNING_CLIENTS, HORIZON, LICENCE);

    private static final List<StartRule> OF_TIMES =
            ALL.stream().filter(rule -> !OF_DATES.contains(rule)).toList();

    private final Hindrance hindrance;

    StartRule(Hindrance hindrance) {
        this.hindrance = hindrance;
    }

    abstract boolean allows(Slot slot, Instant now);

    boolean binds(Asking asking) {
        return true;
    }

    /** Whether it is about who asks, and when, and not about the time itself. */
    private boolean isAboutAsking() {
        return this == OPEN_TO_EVERYBODY || this == OPEN_TO_RETURNING_CLIENTS || this == NOTICE || this == HORIZON;
    }

    /** What speaks against a visit that has been booked in the slot. */
    static List<Hindrance> conflictsOf(Slot slot, Instant now) {
        return ALL.stream()
                .filter(rule -> !rule.isAboutAsking() && !rule.allows(slot, now))
                .map(rule -> rule.hindrance)
                .toList();
    }

    /** What keeps just anybody from booking the slot. */
    static List<Hindrance> hindrancesOf(Slot slot, Instant now) {
        return ALL.stream()
                .filter(rule -> rule.binds(Asking.ANYBODY) && !rule.allows(slot, now))
                .map(rule -> rule.hindrance)
                .toList();
    }

    static boolean allAllow(Slot slot, Asking asking, Instant now) {
        return allowDateOf(slot, asking, now) && allowTimeOf(slot, asking, now);
    }

    /** What rules say of the slot's date, and so of every other slot of it. */
    static boolean allowDateOf(Slot slot, Asking asking, Instant now) {
        return allAllow(OF_DATES, slot, asking, now);
    }

    /** What the other rules say, once the date is allowed. */
    static boolean allowTimeOf(Slot slot, Asking asking, Instant now) {
        return allAllow(OF_TIMES, slot, asking, now);
    }

    private static boolean allAllow(List<StartRule> rules, Slot slot, Asking asking, Instant now) {
        for (StartRule rule : rules) {
            if (rule.binds(asking) && !rule.allows(slot, now)) {
                return false;
            }
        }
        return true;
    }

    static LocalDate lastBookableDate(Listing listing, Instant now) {
        return now.atZone(listing.zone()).toLocalDate().plusDays(listing.rules().horizonDays());
    }
}
