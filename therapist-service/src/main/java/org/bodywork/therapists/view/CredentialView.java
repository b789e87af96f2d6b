package org.bodywork.therapists.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.therapists.listing.domain.Certificate;
import org.bodywork.therapists.listing.domain.Credential;
import org.bodywork.therapists.listing.domain.Credentials;
import org.bodywork.therapists.listing.domain.Licence;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist is licensed or trained as.
 *
 * @param kind {@code licence} or {@code certificate}
 * @param name what a certificate is about
 * @param state that gave the licence
 * @param expires the last day it is valid
 * @param checked when it was last looked up at whoever issued it
 * @param required the therapist may not practise here without it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialView(
        String kind,
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String number,
        @Nullable String state,
        @Nullable LocalDate expires,
        @Nullable LocalDate checked,
        boolean required) {

    public static final String LICENCE = "licence";
    public static final String CERTIFICATE = "certificate";

    /** The required licence first. */
    public static List<CredentialView> of(Credentials credentials) {
        return credentials
                .all()
                .map(each -> of(each, each.equals(credentials.required())))
                .toList();
    }

    private static CredentialView of(Credential credential, boolean required) {
        return switch (credential) {
            case Licence licence ->
                new CredentialView(
                        LICENCE,
                        null,
                        null,
                        licence.number(),
                        licence.state(),
                        licence.expires(),
                        licence.checked(),
                        required);
            case Certificate certificate ->
                new CredentialView(
                        CERTIFICATE,
                        certificate.name(),
                        certificate.issuer(),
                        certificate.number(),
                        null,
                        certificate.expires(),
                        certificate.checked(),
                        required);
        };
    }
}
