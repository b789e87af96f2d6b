package org.bodywork.therapists.listing.adapter.mongo;

import org.bodywork.therapists.listing.domain.Certificate;
import org.jspecify.annotations.Nullable;

/** A certificate as stored. */
record StoredCertificate(
        String name,
        @Nullable String issuer,
        @Nullable String number,
        @Nullable String expires,
        @Nullable String checked) {

    static StoredCertificate of(Certificate certificate) {
        return new StoredCertificate(
                certificate.name(),
                certificate.issuer(),
                certificate.number(),
                StoredDay.text(certificate.expires()),
                StoredDay.text(certificate.checked()));
    }

    Certificate certificate() {
        return new Certificate(name, issuer, number, StoredDay.of(expires), StoredDay.of(checked));
    }
}
