package org.bodywork.therapists.review.domain;

/** The SHA-256, base64url, of a token that allows one review. The token itself is kept nowhere here. */
public record TokenHash(String value) {}
