package org.bodywork.therapists.listing.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a therapist can show.
 *
 * @param required the licence without which the therapist may not practise here; none where the law asks for none, or
 *     where it is not known yet
 * @param furtherLicences of other states
 */
public record Credentials(@Nullable Licence required, List<Licence> furtherLicences, List<Certificate> certificates) {

    public static final Credentials NONE = new Credentials(null, List.of(), List.of());

    /** More would be a mistake, or an attempt to fill our store. */
    static final int MOST = 30;

    public Credentials {
        furtherLicences = List.copyOf(furtherLicences);
        certificates = List.copyOf(certificates);
        if (furtherLicences.size() > MOST || certificates.size() > MOST) {
            throw new InvalidValue("has more than " + MOST + " of a kind");
        }
        Repeated.refuse(
                Stream.concat(Stream.ofNullable(required), furtherLicences.stream())
                        .map(Credentials::nameOf)
                        .toList(),
                "licence");
        Repeated.refuse(certificates, "certificate");
    }

    public static Credentials ofLicence(@Nullable Licence required) {
        return required == null ? NONE : new Credentials(required, List.of(), List.of());
    }

    /** As listed anew; what the listing does not say stays. */
    Credentials relisted(Credentials listed) {
        return new Credentials(
                listed.required,
                without(listed.required, listed.furtherLicences.isEmpty() ? furtherLicences : listed.furtherLicences),
                listed.certificates.isEmpty() ? certificates : listed.certificates);
    }

    /** One that was a further licence before and is the required one now is not both. */
    private static List<Licence> without(@Nullable Licence required, List<Licence> licences) {
        return required == null
                ? licences
                : licences.stream()
                        .filter(licence -> !nameOf(licence).equals(nameOf(required)))
                        .toList();
    }

    private static String nameOf(Licence licence) {
        return licence.state() + " " + licence.number();
    }

    /** The required licence first. */
    public Stream<Credential> all() {
        return Stream.of(Stream.ofNullable(required), furtherLicences.stream(), certificates.stream())
                .flatMap(each -> each);
    }
}
