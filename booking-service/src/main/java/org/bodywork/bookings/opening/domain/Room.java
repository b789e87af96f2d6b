package org.bodywork.bookings.opening.domain;

/** A room of a location; its name is unique within the location only. */
public record Room(LocationId location, String name) {}
