package org.bodywork.therapists.importing.adapter.web;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.therapists.account.application.KeepColleagues;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.importing.adapter.csv.ListingFile;
import org.bodywork.therapists.importing.application.ImportListings;
import org.bodywork.therapists.importing.domain.ImportOrder;
import org.bodywork.therapists.importing.domain.ImportReport;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Imports a file while it is still being sent, holding one chunk of it at a time. Who accepts newline-delimited JSON is
 * told how far it has come all the while, each time with the faults found since; who does not, once at the end.
 *
 * <p>A manager's file is about their own practice only; an operator's, and one from this machine's own command, about
 * any, or about the one that {@code practice} names.
 */
@RestController
class ImportController {

    private static final String CSV = "text/csv";

    private final ImportListings listings;
    private final KeepColleagues staff;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final long mostBytes;

    ImportController(
            ImportListings listings,
            KeepColleagues staff,
            Outbox outbox,
            BusinessClock clock,
            ImportSettings settings) {
        this.listings = listings;
        this.staff = staff;
        this.outbox = outbox;
        this.clock = clock;
        this.mostBytes = settings.mostBytes().toBytes();
    }

    /**
     * How a file is to be imported, in the query.
     *
     * @param dryRun only to say what would become of each row
     * @param mode {@code upsert}, or {@code replace}: whom the file does not name is withdrawn
     * @param practice the slug of the one practice that the file is about
     * @param withdrawing how many withdrawals are agreed to, where they are more than half
     */
    record Wish(
            @Nullable Boolean dryRun,
            @Nullable String mode,
            @Nullable String practice,
            @Nullable Integer withdrawing) {

        ImportOrder order(@Nullable PracticeId own) {
            List<FieldFault> faults = new ArrayList<>();
            if (mode != null && !List.of("upsert", "replace").contains(mode)) {
                faults.add(new FieldFault("/mode", "Must be upsert or replace."));
            }
            if (practice != null && !Slug.isOne(practice)) {
                faults.add(new FieldFault("/practice", "Must be a practice's slug."));
            }
            boolean replacing = "replace".equals(mode);
            if (replacing && practice == null && own == null) {
                faults.add(new FieldFault("/practice", "Must say whose listings are to be replaced."));
            }
            if (!faults.isEmpty()) {
                throw new InvalidRequest(faults);
            }
            PracticeId named = practice == null ? null : PracticeId.ofExternal(new Slug(practice));
            if (own != null && named != null && !own.equals(named)) {
                throw new InvalidRequest("/practice", "Must be your own practice, or left out.");
            }
            return new ImportOrder(Boolean.TRUE.equals(dryRun), own == null ? named : own, replacing, withdrawing);
        }
    }

    @PostMapping(path = "/internal/import/therapists", consumes = CSV)
    Mono<ImportReport> importTherapists(ServerHttpRequest request, Wish wish) {
        return Flux.defer(() -> run(request, wish.order(null))).reduce(ImportReport::followedBy);
    }

    @PostMapping(path = "/internal/import/therapists", consumes = CSV, produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<ImportReport> followTherapists(ServerHttpRequest request, Wish wish) {
        return Flux.defer(() -> run(request, wish.order(null)));
    }

    @PostMapping(path = "/api/import/therapists", consumes = CSV)
    Mono<ImportReport> importTherapistsOfStaff(Caller caller, ServerHttpRequest request, Wish wish) {
        return followTherapistsOfStaff(caller, request, wish).reduce(ImportReport::followedBy);
    }

    @PostMapping(path = "/api/import/therapists", consumes = CSV, produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<ImportReport> followTherapistsOfStaff(Caller caller, ServerHttpRequest request, Wish wish) {
        return staff.practiceKeptBy(new AccountId(UUID.fromString(caller.subject())))
                .flatMapMany((Optional<PracticeId> own) -> run(request, wish.order(own.orElse(null))));
    }

    private Flux<ImportReport> run(ServerHttpRequest request, ImportOrder order) {
        if (request.getHeaders().getContentLength() > mostBytes) {
            return Flux.error(() -> new FileTooLarge(mostBytes));
        }
        return outbox.gently(listings.run(rows(request.getBody()), order));
    }

    private Flux<ImportRow> rows(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            ListingFile file = new ListingFile(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
            AtomicLong received = new AtomicLong();
            return body.map(ImportController::copied)
                    .doOnNext(chunk -> requireRoomFor(chunk, received))
                    .concatMapIterable(file::feed, 1)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(file.finish())));
        });
    }

    /** Gives the network's buffer back at once, so that nothing further down can lose it or release it twice. */
    private static ByteBuffer copied(DataBuffer buffer) {
        try {
            ByteBuffer copy = ByteBuffer.allocate(buffer.readableByteCount());
            buffer.toByteBuffer(copy);
            return copy;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private void requireRoomFor(ByteBuffer chunk, AtomicLong received) {
        if (received.addAndGet(chunk.remaining()) > mostBytes) {
            throw new FileTooLarge(mostBytes);
        }
    }
}
