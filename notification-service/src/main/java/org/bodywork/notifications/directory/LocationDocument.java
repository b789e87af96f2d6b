package org.bodywork.notifications.directory;

/**
 * A place as stored.
 *
 * @param address on one line
 */
record LocationDocument(String id, String address) {}
