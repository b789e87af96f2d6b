package org.bodywork.allinone.journey;

import java.net.URI;

/** Where the public can reach an installation, and where its messages can be read. */
public record Site(URI bookings, URI directory, URI messages) {}
