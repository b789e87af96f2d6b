package org.bodywork.platform.outside;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Only what everybody can reach: nothing of this machine, of our network or of a cloud's own services (RFC 6890). In
 * IPv6 that is global unicast without the blocks that carry an IPv4 address inside, which may be anything.
 */
public final class PublicAddresses implements AddressRule {

    @Override
    public boolean allows(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? allowsFour(bytes) : allowsSix(bytes);
    }

    private static boolean allowsFour(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean special = switch (first) {
            case 0, 10, 127 -> true;
            // Shared between a provider and its customers.
            case 100 -> second >= 64 && second < 128;
            case 169 -> second == 254;
            case 172 -> second >= 16 && second < 32;
            case 192 -> second == 168 || (second == 0 && (third == 0 || third == 2)) || (second == 88 && third == 99);
            // For measuring networks, and for documents.
            case 198 -> second == 18 || second == 19 || (second == 51 && third == 100);
            case 203 -> second == 0 && third == 113;
            default -> first >= 224;
        };
        return !special;
    }

    private static boolean allowsSix(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        boolean global = (first & 0xe000) == 0x2000;
        boolean special =
                first == 0x2002 || (first == 0x2001 && (second < 0x0200 || second == 0x0db8)) || first == 0x3fff;
        return global && !special;
    }
}
