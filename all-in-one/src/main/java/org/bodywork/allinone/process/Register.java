package org.bodywork.allinone.process;

/** Is told what runs and what has ended. */
public interface Register {

    void started(String name, ProcessHandle process);

    void ended(String name, ProcessHandle process);

    /** Something that whoever looks after the programs should read. */
    void notice(String line);
}
