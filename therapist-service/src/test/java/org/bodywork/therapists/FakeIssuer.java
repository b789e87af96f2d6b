package org.bodywork.therapists;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Date;

/** An OpenID Connect issuer as far as others see it: it publishes keys and signs ID tokens. One for all tests. */
public final class FakeIssuer {

    public static final String NAME = "https://login.practice.example";
    public static final String CLIENT = "bodywork-at-practice";

    private static final FakeIssuer RUNNING = new FakeIssuer();

    private final ECKey key = newKey();
    private final HttpServer server;

    private FakeIssuer() {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString(true).getBytes(UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    public static FakeIssuer running() {
        return RUNNING;
    }

    public URI jwksUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    /** Of somebody whose address the issuer has verified. */
    public static JWTClaimsSet.Builder claimsOf(String email) {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(CLIENT)
                .subject("somebody")
                .claim("email", email)
                .claim("email_verified", true)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    public String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    /** By somebody who only knows the key's id. */
    public String forged(JWTClaimsSet claims) {
        return signed(claims, newKey());
    }

    private static String signed(JWTClaimsSet claims, ECKey by) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(by.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("the-key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
