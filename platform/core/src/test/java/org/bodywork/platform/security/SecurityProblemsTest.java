package org.bodywork.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;

class SecurityProblemsTest {

    private final SecurityProblems problems = new SecurityProblems();

    @Test
    void aTokenThatCannotBeCheckedForTheMomentIsNoBadToken() {
        KeysUnavailable away = new KeysUnavailable(new IOException("the issuer is away"));

        assertThat(problems.problemOf(new AuthenticationServiceException("wrapped on the way", away)))
                .usingRecursiveComparison()
                .isEqualTo(problems.problemOf(away));
    }
}
