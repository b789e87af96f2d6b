package org.bodywork.platform.devservices.inbox;

/** A file that came with an email. */
public record Attachment(String name, String contentType, Packed content) {}
