package org.bodywork.platform.security;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who sent a request, as the verified token says; a controller's argument, {@code @Nullable} where a token is optional.
 *
 * @param subject the account
 * @param roles what the account may act as
 * @param claims the token's other claims that are text, by name
 */
public record Caller(String subject, Set<String> roles, Map<String, String> claims) {

    static final String ROLES = "roles";

    public Caller {
        roles = Set.copyOf(roles);
        claims = Map.copyOf(claims);
    }

    /** The caller a verified token stands for. */
    public static Caller of(Jwt token) {
        Map<String, String> texts = new LinkedHashMap<>();
        token.getClaims().forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return new Caller(Objects.requireNonNull(token.getSubject()), rolesOf(token), texts);
    }

    static Set<String> rolesOf(Jwt token) {
        Set<String> roles = new LinkedHashSet<>();
        if (token.getClaims().getOrDefault(ROLES, List.of()) instanceof Collection<?> names) {
            names.forEach(name -> roles.add(String.valueOf(name)));
        }
        return roles;
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    public Optional<String> claim(String name) {
        return Optional.ofNullable(claims.get(name));
    }
}
