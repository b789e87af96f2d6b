package org.bodywork.bookings.site;

/** Whom a page is for; what may keep it and what may run in it follows from that. */
public enum PageKind {

    /**
     * Whoever has a secret link: nothing keeps it, no script runs in it, and the secret in its address does not travel
     * with a click.
     */
    SECRET("default-src 'none'; style-src 'self'; img-src 'self'"),

    /** One reader who works with it: nothing keeps it, and no scripts but our own run in it and call this service. */
    PRIVATE("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:"),

    /**
     * Everybody and search engines: kept by whoever likes, who asks each time whether it still holds. No scripts but our own
     * run in it; photographs and maps may come from other sites.
     */
    PUBLIC("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: https:"),

    /** One that has a frame of ours in it, as a practice's own site would. */
    HOST("default-src 'none'; script-src 'self'; frame-src 'self'; style-src 'self'; img-src 'self' data:");

    private static final String ALWAYS = "; base-uri 'none'; form-action 'self'; frame-ancestors ";

    private final String sources;

    PageKind(String sources) {
        this.sources = sources;
    }

    /**
     * The Content-Security-Policy.
     *
     * @param ancestors the sites that may show it in a frame
     */
    String policy(String ancestors) {
        return sources + ALWAYS + ancestors;
    }
}
