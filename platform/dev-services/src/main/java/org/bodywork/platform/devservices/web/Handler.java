package org.bodywork.platform.devservices.web;

/** Answers one request; may block. */
@FunctionalInterface
public interface Handler {

    Reply handle(Request request);
}
