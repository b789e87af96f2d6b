package org.bodywork.notifications.consent;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.notifications.PublicAddress;
import org.bodywork.notifications.delivery.application.RecipientLinks;

/** Links whose last part is a {@link ChoiceToken}. */
final class SignedLinks implements RecipientLinks {

    static final String UNSUBSCRIBE = "/unsubscribe/";
    static final String PREFERENCES = "/preferences/";

    private final AddressDigests digests;
    private final ChoiceTokens tokens;
    private final PublicAddress here;

    SignedLinks(AddressDigests digests, ChoiceTokens tokens, PublicAddress here) {
        this.digests = digests;
        this.tokens = tokens;
        this.here = here;
    }

    @Override
    public URI unsubscribe(String email, UUID about) {
        return link(UNSUBSCRIBE, new ChoiceToken(digests.of(email), null, about));
    }

    @Override
    public URI preferences(String email, Optional<String> phone, UUID about) {
        return link(
                PREFERENCES,
                new ChoiceToken(digests.of(email), phone.map(digests::of).orElse(null), about));
    }

    private URI link(String path, ChoiceToken token) {
        return URI.create(here.of(path + tokens.write(token)));
    }
}
