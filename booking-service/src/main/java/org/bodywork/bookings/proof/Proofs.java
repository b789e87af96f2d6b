package org.bodywork.bookings.proof;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.proof.KnownContacts.Contact;
import org.bodywork.bookings.proof.ProofRefused.WrongCode;
import org.bodywork.platform.codes.CodeLimits;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.BrowserKey;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Sends a code to a client's address, and takes it back once. A client is named by the keyed hash of the address. */
public final class Proofs {

    /** How long a code can be used. */
    public static final Duration CODE_LIFE = CodeRequestDocument.LIFE;

    private static final Logger log = LoggerFactory.getLogger(Proofs.class);

    private final KnownContacts contacts;
    private final CodeRequests requests;
    private final CodeLimits counts;

    Proofs(KnownContacts contacts, CodeRequests requests, CodeLimits counts) {
        this.contacts = contacts;
        this.requests = requests;
        this.counts = counts;
    }

    /**
     * For an address that is nobody's, all the same steps are taken but that of sending. Fails with
     * {@link ProofRefused.TooManyCodes}.
     *
     * @param email as it is compared
     * @param binding who may show the code
     */
    public Mono<UUID> request(String client, String email, InetAddress from, Binding binding) {
        return counts.count("client:" + client, from)
                .onErrorMap(CodeLimits.TooMany.class, many -> new ProofRefused.TooManyCodes(many.lasting()))
                .then(Mono.defer(() -> contacts.withRef(client)))
                .map(Optional::of)
                .defaultIfEmpty(Optional.<Contact>empty())
                .flatMap(contact -> requests.open(client, email, contact, binding));
    }

    /** The client who is proven; fails with {@link WrongCode}, whatever the reason. */
    public Mono<String> confirm(UUID request, String email, OneTimeCode code, @Nullable BrowserKey shown) {
        return requests.confirm(request, email, code, shown)
                .doOnNext(_ -> log.info("A client has proven their address"))
                .switchIfEmpty(Mono.error(WrongCode::new));
    }
}
