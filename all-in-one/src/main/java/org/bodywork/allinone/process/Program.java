package org.bodywork.allinone.process;

/** A program that can be started, as often as it must. */
public interface Program {

    String name();

    /** Starts it as a process of its own. May wait for it to serve, or leave that to {@link Running#ready()}. */
    Running start();
}
