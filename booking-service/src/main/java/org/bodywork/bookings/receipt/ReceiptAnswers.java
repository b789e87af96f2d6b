package org.bodywork.bookings.receipt;

import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A receipt's paper as it is sent: kept by nobody on the way. */
@Component
final class ReceiptAnswers {

    private final ReceiptPaper paper;

    ReceiptAnswers(ReceiptPaper paper) {
        this.paper = paper;
    }

    Mono<ResponseEntity<byte[]>> paper(Receipt receipt, SiteLanguage language) {
        return paper.draw(receipt, language)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(CacheControl.noStore().cachePrivate())
                        .header("Referrer-Policy", "no-referrer")
                        .header("X-Robots-Tag", "noindex")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.inline()
                                        .filename(receipt.number() + ".pdf")
                                        .build()
                                        .toString())
                        .body(bytes));
    }
}
