package org.bodywork.therapists.importing.application;

import org.bodywork.therapists.account.application.KeepStaffAccount;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.importing.domain.ImportReport;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.importing.domain.ImportRow.ListedTherapist;
import org.bodywork.therapists.listing.application.KeepPractice;
import org.bodywork.therapists.listing.application.KeepTherapist;
import org.bodywork.therapists.listing.domain.Therapist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

    public Mono<ImportReport> run(Flux<ImportRow> rows) {
        return Mono.defer(() -> {
            ImportRun run = new ImportRun();
            return rows.buffer(ROWS_AT_ONCE)
                    .concatMap(some -> keep(run.judged(some), run), 1)
                    .then(Mono.fromSupplier(run::report))
                    .doOnNext(ImportListings::log);
        });
    }

    /**
     * Accounts come first: where one is refused, nothing of its row is written. Practices are there before their
     * therapists.
     */
    private Mono<Void> keep(Batch batch, ImportRun run) {
        return keepAccounts(batch)
                .then(Mono.defer(() -> keepPractices(batch, run)))
                .then(Mono.defer(() -> keepTherapists(batch)))
                .then(Mono.fromRunnable(() -> run.handled(batch)));
    }

    private Mono<Void> keepAccounts(Batch batch) {
        return accounts.all(batch.therapists().stream()
                        .map(ImportListings::accountOf)
                        .toList())
                .doOnNext(kept -> batch.settleTherapists(
                        kept, listed -> accountOf(listed).id(), "email", "is the address of another account"))
                .then();
    }

    private static Account accountOf(ListedTherapist listed) {
        Therapist therapist = listed.therapist();
        return Account.ofTherapist(therapist.id(), therapist.practice(), listed.email());
    }

    /** Once for all the rows that repeat a practice. */
    private Mono<Void> keepPractices(Batch batch, ImportRun run) {
        return practices
                .allAsListed(batch.practices().stream()
                        .filter(practice -> !run.hasKept(practice))
                        .toList())
                .doOnNext(run::keptPractices)
                .doOnNext(kept -> batch.settlePractices(kept, "practice_id", "is taken by another practice"))
                .then();
    }

    private Mono<Void> keepTherapists(Batch batch) {
        return therapists
                .allAsListed(batch.therapists().stream()
                        .map(ListedTherapist::therapist)
                        .toList())
                .doOnNext(kept -> batch.settleTherapists(
                        kept, listed -> listed.therapist().id(), "therapist_id", "is taken by another therapist"))
                .then();
    }

    private static void log(ImportReport report) {
        LOG.atInfo()
                .addKeyValue("rows", report.rows())
                .addKeyValue("imported", report.imported())
                .addKeyValue("unchanged", report.unchanged())
                .addKeyValue("refused", report.refusedRows())
                .log("listings imported");
    }
}
