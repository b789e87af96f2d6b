package org.bodywork.platform.web;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A block of IP addresses in CIDR notation, such as {@code 10.0.0.0/8}, or a single address.
 *
 * @param bytes how long the addresses are: 4 or 16 bytes
 * @param prefix the bits that all addresses of the block share, as a number
 * @param hostBits how many bits follow them
 */
record AddressRange(int bytes, BigInteger prefix, int hostBits) {

    /** @throws IllegalArgumentException if the text is no such block */
    static AddressRange parse(String cidr) {
        int slash = cidr.indexOf('/');
        byte[] address = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash))
                .getAddress();
        int bits = address.length * Byte.SIZE;
        int shared = slash < 0 ? bits : Integer.parseInt(cidr.substring(slash + 1));
        if (shared < 0 || shared > bits) {
            throw new IllegalArgumentException("No block of addresses: " + cidr);
        }
        return new AddressRange(address.length, number(address).shiftRight(bits - shared), bits - shared);
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        return other.length == bytes && number(other).shiftRight(hostBits).equals(prefix);
    }

    private static BigInteger number(byte[] address) {
        return new BigInteger(1, address);
    }
}
