package org.bodywork.bookings.plan.domain;

import static org.bodywork.bookings.plan.domain.NextStep.CHANGE_TECHNIQUE;
import static org.bodywork.bookings.plan.domain.NextStep.EXTEND;
import static org.bodywork.bookings.plan.domain.NextStep.FINISH;
import static org.bodywork.bookings.plan.domain.NextStep.GO_ON;
import static org.bodywork.bookings.plan.domain.NextStep.SEE_A_DOCTOR;
import static org.bodywork.bookings.plan.domain.NextStep.SPACE_OUT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.plan.domain.Proposal.Reason;

/**
 * Reads how a client was around each visit and proposes how to go on. What needs a doctor comes first, then what is not
 * known well enough, then what is nearly over, then what is not working; a course that eases goes on. The numbers are
 * rules of thumb on a scale from 0 to 10, of which a change of 2 is what people commonly feel; they are no medical
 * judgement, and the therapist decides.
 */
public final class NextStepPolicy {

    private static final int FELT = ScoredVisit.FELT;

    /** One visit says nothing about the way things go. */
    private static final int LEAST = 2;

    private static final int MUCH = 3;

    /** Pain that leaves somebody in peace. */
    private static final int CALM = 2;

    private static final int SEVERE = 7;

    /** So many visits say something about a technique. */
    private static final int FAIR_TRIAL = 3;

    private NextStepPolicy() {}

    public static Proposal propose(CourseOfCare course) {
        List<ScoredVisit> known = course.known();
        return needsDoctor(course, known)
                .or(() -> tooEarly(known))
                .or(() -> calm(course, known))
                .or(() -> course.isOver() ? Optional.of(atTheEnd(course, known)) : Optional.empty())
                .or(() -> notWorking(course, known))
                .or(() -> goesWell(course, known))
                .orElseGet(() -> goOn(known));
    }

    private static Optional<Proposal> needsDoctor(CourseOfCare course, List<ScoredVisit> known) {
        if (course.hasOpenFlag()) {
            return Optional.of(Proposal.of(SEE_A_DOCTOR, Reason.of("flag")));
        }
        if (known.size() < LEAST) {
            return Optional.empty();
        }
        int now = now(known);
        int last = lasting(known, 1);
        if (now - last >= ScoredVisit.SHARP) {
            return Optional.of(Proposal.of(SEE_A_DOCTOR, Reason.of("worse-since-last", last, now)));
        }
        if (now - start(known) >= ScoredVisit.SHARP) {
            return Optional.of(Proposal.of(SEE_A_DOCTOR, Reason.of("worse-since-start", start(known), now)));
        }
        boolean unmoved = known.size() > FAIR_TRIAL && now >= SEVERE && relief(known) < FELT;
        return unmoved
                ? Optional.of(Proposal.of(SEE_A_DOCTOR, Reason.of("severe", known.size(), now)))
                : Optional.empty();
    }

    private static Optional<Proposal> tooEarly(List<ScoredVisit> known) {
        return known.size() < LEAST
                ? Optional.of(Proposal.of(GO_ON, Reason.of("too-early", known.size())))
                : Optional.empty();
    }

    private static Optional<Proposal> calm(CourseOfCare course, List<ScoredVisit> known) {
        int now = now(known);
        int last = lasting(known, 1);
        if (now > CALM || last > CALM) {
            return Optional.empty();
        }
        if (course.isOver()) {
            return Optional.of(
                    Proposal.of(FINISH, Reason.of("calm", last, now), Reason.of("all-visits", course.planned())));
        }
        boolean nearlyGone = known.size() >= FAIR_TRIAL
                && Stream.of(0, 1, 2).mapToInt(back -> lasting(known, back)).allMatch(pain -> pain <= 1);
        return Optional.of(
                nearlyGone
                        ? Proposal.of(FINISH, Reason.of("nearly-gone", FAIR_TRIAL))
                        : Proposal.of(
                                SPACE_OUT,
                                Reason.of("calm", last, now),
                                Reason.of(
                                        "wider",
                                        course.every().days(),
                                        course.every().wider().days())));
    }

    /** All visits that were agreed on took place, and the pain is still there. */
    private static Proposal atTheEnd(CourseOfCare course, List<ScoredVisit> known) {
        Reason all = Reason.of("all-visits", course.planned());
        if (relief(known) >= FELT) {
            return Proposal.of(EXTEND, eased(known), all);
        }
        return known.size() > FAIR_TRIAL || course.hasTriedAnother(LEAST)
                ? Proposal.of(SEE_A_DOCTOR, unchanged(known), all)
                : Proposal.of(CHANGE_TECHNIQUE, unchanged(known), all);
    }

    private static Optional<Proposal> notWorking(CourseOfCare course, List<ScoredVisit> known) {
        if (known.size() >= FAIR_TRIAL && relief(known) < FELT) {
            return course.techniqueChangedAfter() == null
                    ? Optional.of(Proposal.of(CHANGE_TECHNIQUE, unchanged(known)))
                    : triedAnother(course, known);
        }
        ScoredVisit latest = known.getLast();
        boolean fades = latest.faded() && known.get(known.size() - 2).faded();
        return fades && course.techniqueChangedAfter() == null
                ? Optional.of(Proposal.of(CHANGE_TECHNIQUE, Reason.of("fades", LEAST)))
                : Optional.empty();
    }

    /** Another technique is tried for long enough before anything else is thought of. */
    private static Optional<Proposal> triedAnother(CourseOfCare course, List<ScoredVisit> known) {
        return Optional.of(
                course.hasTriedAnother(FAIR_TRIAL)
                        ? Proposal.of(SEE_A_DOCTOR, unchanged(known), Reason.of("another-tried"))
                        : Proposal.of(GO_ON, Reason.of("trying-another")));
    }

    private static Optional<Proposal> goesWell(CourseOfCare course, List<ScoredVisit> known) {
        boolean lasts = lasting(known, 1) >= now(known);
        return known.size() >= FAIR_TRIAL && relief(known) >= MUCH && lasts && now(known) <= MUCH
                ? Optional.of(Proposal.of(
                        SPACE_OUT,
                        eased(known),
                        Reason.of(
                                "wider",
                                course.every().days(),
                                course.every().wider().days())))
                : Optional.empty();
    }

    private static Proposal goOn(List<ScoredVisit> known) {
        return Proposal.of(GO_ON, relief(known) >= 1 ? eased(known) : Reason.of("early-days", known.size()));
    }

    private static Reason eased(List<ScoredVisit> known) {
        return Reason.of("eased", start(known), now(known));
    }

    private static Reason unchanged(List<ScoredVisit> known) {
        return Reason.of("unchanged", known.size(), start(known), now(known));
    }

    private static int relief(List<ScoredVisit> known) {
        return start(known) - now(known);
    }

    private static int start(List<ScoredVisit> known) {
        return known.getFirst().first().orElseThrow();
    }

    private static int now(List<ScoredVisit> known) {
        return lasting(known, 0);
    }

    /** What lasted of a visit, counted back from the latest. */
    private static int lasting(List<ScoredVisit> known, int back) {
        return known.get(known.size() - 1 - back).lasting().orElseThrow();
    }
}
