package org.bodywork.therapists.listing.adapter.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.therapists.form.Faults;
import org.bodywork.therapists.listing.domain.Address;
import org.bodywork.therapists.listing.domain.Certificate;
import org.bodywork.therapists.listing.domain.Credential;
import org.bodywork.therapists.listing.domain.Credentials;
import org.bodywork.therapists.listing.domain.Licence;
import org.bodywork.therapists.listing.domain.Wording;
import org.bodywork.therapists.view.CredentialView;
import org.jspecify.annotations.Nullable;

/** Makes credentials of a form. */
final class FilledCredentials {

    private static final String AT = "/credentials";
    private static final String MISSING = "This field is required.";
    private static final String OUT_OF_PLACE = "Has no meaning for a credential of this kind.";

    private final Faults faults;
    private final boolean vouches;
    private final LocalDate today;
    private final List<Credential> known;

    /** Takes whether the editor says for the practice what was checked: nobody does so for themselves. */
    FilledCredentials(Faults faults, boolean vouches, LocalDate today, Credentials known) {
        this.faults = faults;
        this.vouches = vouches;
        this.today = today;
        this.known = known.all().toList();
    }

    @Nullable Credentials of(List<CredentialView> forms) {
        List<Licence> required = new ArrayList<>();
        List<Licence> further = new ArrayList<>();
        List<Certificate> certificates = new ArrayList<>();
        faults.each(AT, forms, this::credential).forEach(filled -> {
            switch (filled.credential()) {
                case Licence licence -> (filled.required() ? required : further).add(licence);
                case Certificate certificate -> certificates.add(certificate);
            }
        });
        faults.require(required.size() <= 1, AT, "Only one licence can be the required one.");
        return faults.read(
                AT, () -> new Credentials(required.stream().findFirst().orElse(null), further, certificates));
    }

    private record Filled(Credential credential, boolean required) {}

    private @Nullable Filled credential(CredentialView form, String at) {
        Credential credential = switch (form.kind()) {
            case CredentialView.LICENCE -> licence(form, at);
            case CredentialView.CERTIFICATE -> certificate(form, at);
            default -> {
                faults.add(at + "/kind", "Must be licence or certificate.");
                yield null;
            }
        };
        if (credential == null) {
            return null;
        }
        requireCheckable(credential, at);
        return new Filled(credential, form.required());
    }

    private @Nullable Licence licence(CredentialView form, String at) {
        faults.require(form.name() == null, at + "/name", OUT_OF_PLACE);
        faults.require(form.issuer() == null, at + "/issuer", OUT_OF_PLACE);
        String number = form.number();
        String state = form.state();
        LocalDate expires = form.expires();
        faults.require(number != null, at + "/number", MISSING);
        faults.require(state != null, at + "/state", MISSING);
        faults.require(expires != null, at + "/expires", MISSING);
        if (number == null || state == null || expires == null) {
            return null;
        }
        String good = faults.read(at + "/number", () -> Licence.number(number));
        String where = faults.read(at + "/state", () -> Address.state(state));
        return good == null || where == null
                ? null
                : faults.read(at + "/expires", () -> new Licence(good, where, expires, form.checked()));
    }

    private @Nullable Certificate certificate(CredentialView form, String at) {
        faults.require(form.state() == null, at + "/state", OUT_OF_PLACE);
        faults.require(!form.required(), at + "/required", "Only a licence can be the required one.");
        String name = form.name();
        if (name == null) {
            faults.add(at + "/name", MISSING);
            return null;
        }
        String good = faults.read(at + "/name", () -> Wording.name(name));
        String issuer = form.issuer();
        String number = form.number();
        if (issuer != null) {
            faults.check(at + "/issuer", () -> Wording.name(issuer));
        }
        if (number != null) {
            faults.check(at + "/number", () -> Licence.number(number));
        }
        faults.check(at + "/expires", () -> Credential.requireInOrder(form.expires(), form.checked(), "certificate"));
        return good == null
                ? null
                : Faults.whole(() -> new Certificate(good, issuer, number, form.expires(), form.checked()));
    }

    private void requireCheckable(Credential credential, String at) {
        LocalDate checked = credential.checked();
        if (checked == null) {
            return;
        }
        faults.require(!checked.isAfter(today), at + "/checked", "This day is still to come.");
        faults.require(
                vouches || known.contains(credential),
                at + "/checked",
                "The practice says when a credential was checked; leave it out for one that is new or changed.");
    }
}
