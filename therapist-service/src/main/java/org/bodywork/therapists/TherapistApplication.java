package org.bodywork.therapists;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class TherapistApplication {

    public static void main(String[] args) {
        SpringApplication.run(TherapistApplication.class, args);
    }
}
