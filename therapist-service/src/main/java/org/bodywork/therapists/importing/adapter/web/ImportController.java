package org.bodywork.therapists.importing.adapter.web;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.importing.adapter.csv.ListingFile;
import org.bodywork.therapists.importing.application.ImportListings;
import org.bodywork.therapists.importing.domain.ImportReport;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports a file while it is still being sent, holding one chunk of it at a time. */
@RestController
class ImportController {

    static final long MOST_BYTES = 50L << 20;

    private final ImportListings listings;
    private final BusinessClock clock;

    ImportController(ImportListings listings, BusinessClock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    @PostMapping(path = "/internal/import/therapists", consumes = "text/csv")
    Mono<ImportReport> importTherapists(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > MOST_BYTES) {
            return Mono.error(() -> new FileTooLarge(MOST_BYTES));
        }
        return listings.run(rows(request.getBody()));
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

    private static void requireRoomFor(ByteBuffer chunk, AtomicLong received) {
        if (received.addAndGet(chunk.remaining()) > MOST_BYTES) {
            throw new FileTooLarge(MOST_BYTES);
        }
    }
}
