package org.bodywork.therapists.importing.adapter.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;
import org.bodywork.platform.security.Caller;
import org.bodywork.therapists.account.application.KeepColleagues;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.importing.adapter.csv.WrittenListings;
import org.bodywork.therapists.importing.application.ExportListings;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Writes the file that an import reads, as it reads the listings. Managers get their own practice, operators all. */
@RestController
class ExportController {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final ExportListings listings;
    private final KeepColleagues staff;
    private final WrittenListings file = new WrittenListings();

    ExportController(ExportListings listings, KeepColleagues staff) {
        this.listings = listings;
        this.staff = staff;
    }

    @GetMapping("/internal/export/therapists.csv")
    Mono<Void> export(ServerHttpResponse response) {
        return write(null, response);
    }

    @GetMapping("/api/export/therapists.csv")
    Mono<Void> exportForStaff(Caller caller, ServerHttpResponse response) {
        return staff.practiceKeptBy(new AccountId(UUID.fromString(caller.subject())))
                .flatMap((Optional<PracticeId> own) -> write(own.orElse(null), response));
    }

    private Mono<Void> write(@Nullable PracticeId only, ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, CSV);
        headers.setCacheControl("no-store");
        headers.setContentDisposition(
                ContentDisposition.attachment().filename("therapists.csv").build());
        return response.writeWith(listings.batches(only)
                .map(file::lines)
                .startWith(file.header())
                .map(text -> response.bufferFactory().wrap(text.getBytes(UTF_8))));
    }
}
