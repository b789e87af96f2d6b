package org.bodywork.bookings.outside;

import java.net.InetAddress;

/** Which addresses we connect to on somebody else's word. */
@FunctionalInterface
interface AddressRule {

    boolean allows(InetAddress address);
}
