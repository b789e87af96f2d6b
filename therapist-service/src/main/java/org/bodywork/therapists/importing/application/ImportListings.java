package org.bodywork.therapists.importing.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.therapists.account.application.KeepStaffAccount;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.importing.domain.ImportOrder;
import org.bodywork.therapists.importing.domain.ImportReport;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.importing.domain.ImportRow.ListedTherapist;
import org.bodywork.therapists.listing.application.KeepPractice;
import org.bodywork.therapists.listing.application.KeepTherapist;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Saves the good rows of a file and reports the others. A file may be imported any number of times, also one whose
 * import was cut off: what is there already is left alone.
 */
public final class ImportListings {

    private static final Logger LOG = LoggerFactory.getLogger(ImportListings.class);

    /** So many that the database's round trips weigh little, and so few that they are soon on their way. */
    private static final int ROWS_AT_ONCE = 250;

    private final KeepStaffAccount accounts;
    private final KeepPractice practices;
    private final KeepTherapist therapists;

    public ImportListings(KeepStaffAccount accounts, KeepPractice practices, KeepTherapist therapists) {
        this.accounts = accounts;
        this.practices = practices;
        this.therapists = therapists;
    }

    /**
     * Tells again and again how far it has come, and at last that it is complete.
     *
     * <p>A file that replaces a practice's listings is read whole first; {@link
     * org.bodywork.therapists.importing.domain.UnsafeReplacement} means that nothing of it was imported.
     */
    public Flux<ImportReport> run(Flux<ImportRow> rows, ImportOrder order) {
        return Flux.defer(() -> {
            ImportRun run = new ImportRun(order);
            PracticeId only = order.only();
            return (order.replacing() && only != null ? replace(rows, only, run) : keepAll(rows, run))
                    .concatWith(Mono.fromSupplier(() -> run.report(true)).doOnNext(report -> log(report, order)));
        });
    }

    /**
     * Three things go on at once, each with one batch after the other: rows are read, accounts and practices are stored,
     * and the therapists of the batch before.
     */
    private Flux<ImportReport> keepAll(Flux<ImportRow> rows, ImportRun run) {
        return rows.buffer(ROWS_AT_ONCE)
                .publishOn(Schedulers.parallel(), 1)
                .concatMap(some -> keepWhatTherapistsNeed(run.judged(some), run), 1)
                .concatMap(batch -> keepTherapists(batch, run), 1);
    }

    /** Whom it withdraws is decided before anything is written, and done once all others are there. */
    private Flux<ImportReport> replace(Flux<ImportRow> rows, PracticeId practice, ImportRun run) {
        return Replacement.read(rows)
                .zipWhen(file -> therapists
                        .namedByFilesOf(practice)
                        .collectList()
                        .map(listed -> file.missing(listed, practice, run.order())))
                .flatMapMany(both -> keepAll(Flux.fromIterable(both.getT1().rows()), run)
                        .concatWith(withdraw(both.getT2(), practice, both.getT1(), run)));
    }

    private Mono<ImportReport> withdraw(
            Set<TherapistId> missing, PracticeId practice, Replacement file, ImportRun run) {
        Mono<Integer> withdrawn = file.mayNameAnybody()
                ? Mono.just(0)
                : run.order().dryRun() ? Mono.just(missing.size()) : therapists.withdraw(missing, practice);
        return withdrawn
                .doOnNext(howMany -> run.withdrew(howMany, missing.size()))
                .then(Mono.empty());
    }

    /**
     * Accounts come first: where one is refused, nothing of its row is written. Practices are there before their
     * therapists.
     */
    private Mono<Batch> keepWhatTherapistsNeed(Batch batch, ImportRun run) {
        return refuseOthersTherapists(batch, run.order())
                .then(Mono.defer(() -> keepAccounts(batch, run)))
                .then(Mono.defer(() -> keepPractices(batch, run)))
                .thenReturn(batch);
    }

    /** A practice's own file moves nobody away from another practice. */
    private Mono<Void> refuseOthersTherapists(Batch batch, ImportOrder order) {
        PracticeId only = order.only();
        List<TherapistId> named =
                batch.therapists().stream().map(each -> each.therapist().id()).toList();
        return only == null || named.isEmpty()
                ? Mono.empty()
                : therapists
                        .ofOthers(named, only)
                        .map(others -> others.stream().collect(Collectors.toMap(Function.identity(), _ -> Kept.TAKEN)))
                        .doOnNext(others -> batch.settleTherapists(
                                others,
                                listed -> listed.therapist().id(),
                                "therapist_id",
                                "is listed at another practice"))
                        .then();
    }

    private Mono<Void> keepAccounts(Batch batch, ImportRun run) {
        List<Account> wanted =
                batch.therapists().stream().map(ImportListings::accountOf).toList();
        return (run.order().dryRun() ? foreseeAccounts(wanted, run) : accounts.all(wanted))
                .doOnNext(kept -> batch.settleTherapists(
                        kept, listed -> accountOf(listed).id(), "email", "is the address of another account"))
                .then();
    }

    private Mono<Map<AccountId, Kept>> foreseeAccounts(List<Account> wanted, ImportRun run) {
        return accounts.foreseeAll(wanted).map(foreseen -> {
            Map<AccountId, Kept> kept = new HashMap<>(foreseen);
            wanted.stream()
                    .filter(account -> kept.get(account.id()) != Kept.TAKEN)
                    .filter(account -> run.foreseesAsAnothers(account.email(), account.id()))
                    .forEach(account -> kept.put(account.id(), Kept.TAKEN));
            return kept;
        });
    }

    private static Account accountOf(ListedTherapist listed) {
        Therapist therapist = listed.therapist();
        return Account.ofTherapist(therapist.id(), therapist.practice(), listed.email());
    }

    /** Once for all the rows that repeat a practice. */
    private Mono<Void> keepPractices(Batch batch, ImportRun run) {
        List<Practice> wanted = batch.practices().stream()
                .filter(practice -> !run.hasKept(practice))
                .toList();
        return (run.order().dryRun() ? practices.foreseeAll(wanted) : practices.allAsListed(wanted))
                .doOnNext(run::keptPractices)
                .doOnNext(kept -> batch.settlePractices(kept, "practice_id", "is taken by another practice"))
                .then();
    }

    private Mono<ImportReport> keepTherapists(Batch batch, ImportRun run) {
        Map<Therapist, Practice> wanted = batch.practicesOfTherapists();
        return (run.order().dryRun()
                        ? therapists.foreseeAll(wanted)
                        : therapists.allAsListed(List.copyOf(wanted.keySet())))
                .doOnNext(kept -> batch.settleTherapists(
                        kept, listed -> listed.therapist().id(), "therapist_id", "is taken by another therapist"))
                .then(Mono.fromSupplier(() -> {
                    run.handled(batch);
                    return run.report(false);
                }));
    }

    private static void log(ImportReport report, ImportOrder order) {
        LOG.atInfo()
                .addKeyValue("rows", report.rows())
                .addKeyValue("imported", report.imported())
                .addKeyValue("unchanged", report.unchanged())
                .addKeyValue("refused", report.refusedRows())
                .addKeyValue("withdrawn", report.withdrawn())
                .addKeyValue("dryRun", order.dryRun())
                .log("listings imported");
    }
}
