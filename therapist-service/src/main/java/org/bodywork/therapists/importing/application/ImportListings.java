package org.bodywork.therapists.importing.application;

import java.util.List;
import org.bodywork.therapists.account.application.EmailTaken;
import org.bodywork.therapists.account.application.KeepStaffAccount;
import org.bodywork.therapists.importing.domain.Fault;
import org.bodywork.therapists.importing.domain.ImportReport;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.importing.domain.ImportRow.ListedTherapist;
import org.bodywork.therapists.importing.domain.ImportRow.Listing;
import org.bodywork.therapists.importing.domain.ImportRow.Refused;
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
            return rows.concatMap(row -> keep(row, run), 1)
                    .then(Mono.fromSupplier(run::report))
                    .doOnNext(ImportListings::log);
        });
    }

    private Mono<Void> keep(ImportRow row, ImportRun run) {
        return switch (row) {
            case Refused refused -> Mono.fromRunnable(() -> run.refused(refused.faults()));
            case Listing listing -> keep(listing, run);
        };
    }

    private Mono<Void> keep(Listing listing, ImportRun run) {
        List<Fault> contradictions = run.contradictions(listing);
        if (!contradictions.isEmpty()) {
            return Mono.fromRunnable(() -> run.refused(contradictions));
        }
        return save(listing, run)
                .doOnNext(run::kept)
                .onErrorResume(EmailTaken.class, taken -> Mono.fromRunnable(() -> run.refused(emailTaken(listing))))
                .then();
    }

    /** The account comes first: it alone can still be refused, and then nothing of the row is written. */
    private Mono<Boolean> save(Listing listing, ImportRun run) {
        ListedTherapist listed = listing.therapist();
        return listed == null
                ? keepPractice(listing, run)
                : keepAccount(listed)
                        .zipWhen(changed -> keepPractice(listing, run), Boolean::logicalOr)
                        .zipWhen(changed -> therapists.asListed(listed.therapist()), Boolean::logicalOr);
    }

    private Mono<Boolean> keepAccount(ListedTherapist listed) {
        Therapist therapist = listed.therapist();
        return accounts.ofTherapist(therapist.id(), therapist.practice(), listed.email());
    }

    /** Once for all the rows that repeat it. */
    private Mono<Boolean> keepPractice(Listing listing, ImportRun run) {
        return run.hasKept(listing.practice())
                ? Mono.just(false)
                : practices.asListed(listing.practice()).doOnNext(changed -> run.keptPractice(listing.practice()));
    }

    private static List<Fault> emailTaken(Listing listing) {
        return List.of(new Fault(listing.line(), "email", "is the address of another account"));
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
