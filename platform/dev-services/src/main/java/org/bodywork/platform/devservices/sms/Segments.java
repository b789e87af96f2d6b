package org.bodywork.platform.devservices.sms;

/** How many parts an SMS is sent in: 160 or 7-bit 153 characters each, 70 or 67 once one needs UCS-2. */
final class Segments {

    private static final String GSM_7 =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_7_ESCAPED = "^{}\\[~]|€";

    private Segments() {}

    static int of(String body) {
        return body.chars().allMatch(Segments::isGsm)
                ? count(
                        body.length()
                                + (int) body.chars()
                                        .filter(c -> GSM_7_ESCAPED.indexOf(c) >= 0)
                                        .count(),
                        160,
                        153)
                : count(body.length(), 70, 67);
    }

    private static boolean isGsm(int character) {
        return GSM_7.indexOf(character) >= 0 || GSM_7_ESCAPED.indexOf(character) >= 0;
    }

    private static int count(int units, int single, int each) {
        return units <= single ? 1 : (units + each - 1) / each;
    }
}
