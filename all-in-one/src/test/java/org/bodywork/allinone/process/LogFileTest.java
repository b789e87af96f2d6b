package org.bodywork.allinone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void beginsAnewWhenFullAndKeepsTheLastOne() {
        LogFile log = new LogFile(folder.resolve("a.log"), 20);

        log.add("the first long line..");
        log.add("the second");

        assertThat(folder.resolve("a.log.1")).hasContent("the first long line..");
        assertThat(folder.resolve("a.log")).hasContent("the second");
    }

    @Test
    void goesOnWhereAnEarlierProcessLeftOff() {
        new LogFile(folder.resolve("a.log")).add("before");

        new LogFile(folder.resolve("a.log")).add("after");

        assertThat(folder.resolve("a.log")).hasContent("before\nafter");
    }
}
