package org.bodywork.platform.outbox;

import java.time.Instant;

/**
 * Who may publish a document's outbox. Each write puts a fresh token over any lease there, so an earlier holder's
 * clean-up no longer matches.
 *
 * @param until by the unmoved clock; afterwards anybody may take it over
 */
public record RelayLease(String token, Instant until) {}
