package org.bodywork.platform.testing.needs;

/** Something of the machine that some tests cannot do without. */
public enum Need {
    MONGOD("mongod", "name one by MONGOD or put it on the PATH"),
    /** Docker's engine, and in it the images that {@code MONGO_IMAGE} and {@code KAFKA_IMAGE} name. */
    DOCKER("docker", "start its engine, and pull the images that MONGO_IMAGE and KAFKA_IMAGE name"),
    BROWSER("browser", "install Chromium");

    private final String word;
    private final String remedy;

    Need(String word, String remedy) {
        this.word = word;
        this.remedy = remedy;
    }

    /** As {@code REQUIRE} names it. */
    public String word() {
        return word;
    }

    /** The one line about tests that are left out for lack of it. */
    String skipLine() {
        return "skipped: needs %s, which is not here: %s".formatted(word, remedy);
    }
}
