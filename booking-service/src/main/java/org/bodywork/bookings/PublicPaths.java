package org.bodywork.bookings;

import org.bodywork.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may come in where: clients without an account, staff by their token. */
@Configuration(proxyBeanMethods = false)
class PublicPaths {

    private static final String[] CLIENTS_READ = {
        "/",
        "/therapists",
        "/therapists/*",
        "/practices/*",
        "/guide",
        "/guide/*/*",
        "/robots.txt",
        "/api/openings",
        "/api/intake/form",
        "/api/manage/*",
        "/manage/*",
        "/manage/*/after",
        "/manage/*/booked",
        "/manage/*/move",
        "/manage/*/preferences",
        "/manage/*/receipt",
        "/manage/*/receipt.pdf",
        "/api/manage/*/receipt",
        "/api/manage/*/receipt.pdf",
        "/book",
        "/book/*",
        "/embed.js",
        "/embed/**",
        "/review/*",
        "/review/*/thanks",
        "/answer/*",
        "/api/my-visits",
        "/my-visits",
        "/assets/*"
    };

    /** {@code ConsoleGuard} asks who comes there. */
    private static final String[] CONSOLE = {"/console", "/console/**"};

    @Bean
    AccessRules bookingAccess() {
        return paths -> {
            paths.pathMatchers(HttpMethod.GET, CLIENTS_READ).permitAll();
            paths.pathMatchers(HttpMethod.HEAD, CLIENTS_READ).permitAll();
            paths.pathMatchers(
                            HttpMethod.POST,
                            "/api/appointments",
                            "/api/manage/**",
                            "/api/holds",
                            "/api/holds/*/renew",
                            "/api/my-visits",
                            "/api/my-visits/confirm",
                            "/api/my-visits/forget-me",
                            "/my-visits/**",
                            "/manage/**",
                            "/book/**",
                            "/embed/**",
                            "/review/*",
                            "/answer/*/accept",
                            "/answer/*/decline")
                    .permitAll();
            paths.pathMatchers(HttpMethod.PUT, "/api/manage/*/intake").permitAll();
            paths.pathMatchers(CONSOLE).permitAll();
            paths.pathMatchers(HttpMethod.DELETE, "/api/holds/*").permitAll();
            paths.pathMatchers("/api/appointments/**", "/api/blocks/**", "/api/conflicts", "/api/openings/explain")
                    .hasAnyRole("manager", "therapist");
        };
    }
}
