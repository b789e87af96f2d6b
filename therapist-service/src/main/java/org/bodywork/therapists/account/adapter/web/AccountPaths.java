package org.bodywork.therapists.account.adapter.web;

import org.bodywork.platform.security.AccessRules;
import org.bodywork.therapists.account.domain.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which roles reach what is about accounts. */
@Configuration(proxyBeanMethods = false)
class AccountPaths {

    @Bean
    AccessRules signInAndStaff() {
        return paths -> paths.pathMatchers(
                        HttpMethod.POST, "/api/sign-in", "/api/sign-in/confirm", "/api/sign-in/exchange")
                .permitAll()
                .pathMatchers("/api/staff", "/api/staff/*")
                .hasAnyRole(Role.MANAGER.wireName(), Role.OPERATOR.wireName())
                .pathMatchers("/api/signing-keys")
                .hasRole(Role.OPERATOR.wireName());
    }
}
