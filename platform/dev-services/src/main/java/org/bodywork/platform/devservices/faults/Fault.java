package org.bodywork.platform.devservices.faults;

/** A way to fail; an enum per provider. */
public interface Fault {

    /** Its name in JSON. */
    String wireName();
}
