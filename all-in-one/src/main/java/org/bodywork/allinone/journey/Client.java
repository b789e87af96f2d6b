package org.bodywork.allinone.journey;

import java.util.Locale;

/** Somebody in need of a visit. */
public record Client(String name, String email, String phone) {

    /** Somebody no other test has met; the phone number is one of those reserved for fiction. */
    public static Client called(String name) {
        String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "." + System.nanoTime() + "@client.example";
        return new Client(name, address, "+1314555" + "01%02d".formatted(Math.floorMod(address.hashCode(), 100)));
    }
}
