package org.bodywork.notifications.delivery.application;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Links by which a recipient has the say, without an account. None of them names an address. */
public interface RecipientLinks {

    /**
     * Ends all mail to this address by one POST (RFC 8058).
     *
     * @param about the appointment that the message with this link is about
     */
    URI unsubscribe(String email, UUID about);

    /** The page to choose how to be reached. */
    URI preferences(String email, Optional<String> phone, UUID about);
}
