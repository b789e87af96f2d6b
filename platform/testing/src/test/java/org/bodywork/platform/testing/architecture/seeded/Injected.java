package org.bodywork.platform.testing.architecture.seeded;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class InjectedField {

    @Autowired
    String text = "";
}

class InjectedSetter {

    private String text = "";

    @Autowired
    void text(String value) {
        text = value;
    }

    String text() {
        return text;
    }
}

class InjectedConstructor {

    private final String text;

    @Autowired
    InjectedConstructor(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}

class ValueParameter {

    private final String text;

    ValueParameter(@Value("${text}") String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
