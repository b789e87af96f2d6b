package org.bodywork.allinone.process;

import java.net.URI;

/** How a program shows that it serves. */
public sealed interface ReadySign {

    /** It prints a line that begins so. */
    record Line(String beginning) implements ReadySign {}

    /** This address answers 200. */
    record Address(URI uri) implements ReadySign {}
}
