package org.bodywork.bookings.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Twenty courses to be read. A visit is four pains: before, after, a day later, three days later; a dot is one that nobody
 * knows, and an exclamation mark a red flag.
 */
class NextStepPolicyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 6);
    private static final Cadence WEEKLY = new Cadence(7);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
# what happened                        | planned | technique changed after | visits                                             | proposed         | why
  nothing was asked yet                |    6    |                         | ....                                               | GO_ON            | too-early 0
  one visit says little                |    6    |                         | 7 4 4 5                                            | GO_ON            | too-early 1
  eases slowly                         |    6    |                         | 8 6 6 7, 7 5 5 6                                   | GO_ON            | eased 8 6
  nothing moved in two visits          |    6    |                         | 6 5 6 6, 6 5 6 6                                   | GO_ON            | early-days 2
  eases well and lasts                 |    8    |                         | 7 5 5 5, 5 3 4 4, 4 2 3 3                          | SPACE_OUT        | eased 7 3; wider 7 14
  calm twice                           |    8    |                         | 6 4 4 4, 3 1 2 2, 3 1 1 2                          | SPACE_OUT        | calm 2 2; wider 7 14
  calm twice, two visits known         |    8    |                         | 4 2 2 2, 2 1 1 1                                   | SPACE_OUT        | calm 2 1; wider 7 14
  nearly gone, visits left             |    8    |                         | 5 2 2 1, 2 1 1 1, 1 0 0 0                          | FINISH           | nearly-gone 3
  calm at the end                      |    4    |                         | 7 4 4 5, 5 3 3 3, 3 2 2 2, 2 1 1 1                 | FINISH           | calm 2 1; all-visits 4
  better at the end, not there yet     |    4    |                         | 8 6 6 7, 7 5 5 6, 6 4 5 5, 5 4 4 5                 | EXTEND           | eased 8 5; all-visits 4
  better, the last scores missing      |    3    |                         | 8 6 . ., . . . ., 6 4 . .                          | EXTEND           | eased 8 4; all-visits 3
  unchanged at the end of three        |    3    |                         | 6 5 6 6, 6 5 5 6, 6 5 6 5                          | CHANGE_TECHNIQUE | unchanged 3 6 5; all-visits 3
  unchanged at the end of four         |    4    |                         | 5 4 5 5, 5 4 5 5, 5 4 4 5, 5 4 5 5                 | SEE_A_DOCTOR     | unchanged 4 5 5; all-visits 4
  unchanged after a fair trial         |    8    |                         | 6 5 6 6, 6 5 6 6, 6 5 5 5                          | CHANGE_TECHNIQUE | unchanged 3 6 5
  helps at once, gone in three days    |    8    |                         | 8 4 6 8, 8 3 6 8                                   | CHANGE_TECHNIQUE | fades 2
  another technique just begun         |    8    | 3                       | 6 5 6 6, 6 5 6 6, 6 5 5 5, 6 4 5 5                 | GO_ON            | trying-another
  another technique tried in vain      |    9    | 3                       | 6 5 6 6, 6 5 6 6, 6 5 5 5, 6 4 5 5, 6 5 5 6, 6 5 5 6 | SEE_A_DOCTOR   | unchanged 6 6 6; another-tried
  much worse than last time            |    6    |                         | 6 4 4 4, 4 3 7 7                                   | SEE_A_DOCTOR     | worse-since-last 4 7
  creeping up                          |    8    |                         | 4 4 4 5, 5 5 6 6, 6 6 7 7                          | SEE_A_DOCTOR     | worse-since-start 4 7
  severe and unmoved                   |    8    |                         | 8 7 8 8, 8 7 8 8, 8 7 8 8, 8 7 7 8                 | SEE_A_DOCTOR     | severe 4 8
  eases, but a red flag                |    6    |                         | 6 4 4 4, 4 2 2! 2                                  | SEE_A_DOCTOR     | flag
""")
    void proposes(
            String course,
            int planned,
            @Nullable Integer techniqueChangedAfter,
            String visits,
            NextStep step,
            String why) {
        Proposal proposal =
                NextStepPolicy.propose(new CourseOfCare(planned, WEEKLY, read(visits), null, techniqueChangedAfter));

        assertThat(proposal.step()).isEqualTo(step);
        assertThat(proposal.reasons().stream().map(NextStepPolicyTest::words).collect(Collectors.joining("; ")))
                .isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01T00:00:00Z, GO_ON", "2026-01-01T00:00:00Z, SEE_A_DOCTOR"})
    void asksForADoctorUntilTheTherapistHasDecidedOnTheFlag(Instant decidedAt, NextStep step) {
        CourseOfCare course = new CourseOfCare(6, WEEKLY, read("6 4 4! 4, 5 3 4 5"), decidedAt, null);

        assertThat(NextStepPolicy.propose(course).step()).isEqualTo(step);
    }

    private static String words(Proposal.Reason reason) {
        return (reason.words() + " "
                        + reason.numbers().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .strip();
    }

    private static List<ScoredVisit> read(String visits) {
        List<ScoredVisit> read = new ArrayList<>();
        for (String visit : Arrays.asList(visits.split(","))) {
            LocalDate on = FIRST.plusWeeks(read.size());
            List<String> pains =
                    Arrays.asList(visit.replace("....", ". . . .").strip().split(" +"));
            read.add(new ScoredVisit(
                    on,
                    measured(pains.get(0)),
                    measured(pains.get(1)),
                    scored(pains.get(2), on.plusDays(1)),
                    scored(pains.get(3), on.plusDays(3))));
        }
        return read;
    }

    private static @Nullable Measurement measured(String pain) {
        return pain.equals(".") ? null : new Measurement(Integer.parseInt(pain), null, null);
    }

    private static @Nullable Score scored(String pain, LocalDate on) {
        return pain.equals(".")
                ? null
                : new Score(
                        Integer.parseInt(pain.replace("!", "")),
                        null,
                        pain.endsWith("!") ? Set.of(RedFlag.NUMBNESS) : Set.of(),
                        Instant.parse(on + "T12:00:00Z"));
    }
}
