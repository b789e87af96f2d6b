package org.bodywork.platform.web;

/**
 * One thing wrong with one part of a request.
 *
 * @param pointer a JSON Pointer into the body (RFC 6901, empty for the whole body), or {@code /name} for the query
 *     parameter or header of that name
 * @param detail a sentence for whoever sent the request; never the value itself, which may be personal
 */
public record FieldFault(String pointer, String detail) {}
