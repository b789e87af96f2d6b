package org.bodywork.therapists.store;

/**
 * An aggregate as it was read.
 *
 * @param sequence how many changes it has seen; a change is stored only on top of the one it was decided on
 */
public record Versioned<T>(T value, long sequence) {}
