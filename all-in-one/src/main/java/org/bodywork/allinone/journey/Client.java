package org.bodywork.allinone.journey;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody in need of a visit. */
public record Client(String name, String email, String phone, boolean wantsTexts) {

    /** The numbers from 555-0100 to 555-0199 are reserved for fiction. */
    private static final int FICTITIOUS_NUMBERS = 100;

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Somebody new, who agrees to email and text messages. */
    public static Client called(String name) {
        return fresh(name, true);
    }

    /** Somebody new, who agrees to email only. */
    public static Client byEmailOnly(String name) {
        return fresh(name, false);
    }

    private static Client fresh(String name, boolean wantsTexts) {
        int number = COUNT.getAndIncrement();
        String email = "%s.%d.%d@client.example"
                .formatted(name.toLowerCase(Locale.ROOT).replace(' ', '.'), System.currentTimeMillis(), number);
        return new Client(name, email, "+131455501%02d".formatted(number % FICTITIOUS_NUMBERS), wantsTexts);
    }

    /** How it is written in a booking. */
    Map<String, Object> contact() {
        Map<String, Object> contact = new HashMap<>(Map.of("name", name, "email", email));
        if (wantsTexts) {
            contact.put("phone", phone);
        }
        return contact;
    }

    /** What the client agrees to. */
    Map<String, Object> consent() {
        return Map.of("email", true, "sms", wantsTexts);
    }
}
