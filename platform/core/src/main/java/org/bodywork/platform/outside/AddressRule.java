package org.bodywork.platform.outside;

import java.net.InetAddress;

/** Which addresses we connect to on somebody else's word. */
@FunctionalInterface
public interface AddressRule {

    boolean allows(InetAddress address);
}
