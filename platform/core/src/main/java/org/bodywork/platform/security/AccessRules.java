package org.bodywork.platform.security;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/**
 * Which paths of a service are public, and which need a role ({@code hasRole("operator")}).
 *
 * <p>Beans of this type are asked in order, and the first rule that matches a request counts. What none of them names
 * needs a valid token.
 */
@FunctionalInterface
public interface AccessRules {

    void addTo(AuthorizeExchangeSpec paths);
}
