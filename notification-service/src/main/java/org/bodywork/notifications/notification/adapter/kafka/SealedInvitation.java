package org.bodywork.notifications.notification.adapter.kafka;

import java.net.URI;
import org.bodywork.notifications.notification.adapter.kafka.SealedContact.Agreed;
import org.bodywork.notifications.notification.adapter.kafka.SealedContact.Person;
import org.bodywork.platform.events.BadEvent;
import org.jspecify.annotations.Nullable;

/** The personal part of what a client is asked by an offer or a plan, opened: one of the two links is there. */
record SealedInvitation(
        Person client,
        Agreed consent,
        @Nullable URI offerUrl,
        @Nullable URI planUrl) {

    /** The one page where the client answers. */
    URI link() {
        URI link = offerUrl == null ? planUrl : offerUrl;
        if (link == null) {
            throw new BadEvent("nothing to open");
        }
        return link;
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "an invitation";
    }
}
