package org.bodywork.therapists.account.adapter.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.platform.web.Paging;
import org.bodywork.therapists.account.application.Invitation;
import org.bodywork.therapists.account.application.KeepColleagues;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who may sign in at a practice, for its managers and for operators. */
@RestController
@RequestMapping("/api/staff")
class StaffController {

    private static final String ENGLISH = "en";

    private final KeepColleagues colleagues;

    StaffController(KeepColleagues colleagues) {
        this.colleagues = colleagues;
    }

    @Body("invite-staff")
    record Invite(
            String email,
            List<String> roles,
            @Nullable String practiceId,
            @Nullable String therapistId,
            @Nullable String locale) {}

    record Colleague(
            String id,
            String email,
            List<String> roles,
            @Nullable String practiceId,
            @Nullable String therapistId,
            String locale) {

        static Colleague of(Account account) {
            PracticeId practice = account.practice();
            TherapistId therapist = account.therapist();
            return new Colleague(
                    account.id().toString(),
                    account.email().value(),
                    account.roles().stream().map(Role::wireName).toList(),
                    practice == null ? null : practice.toString(),
                    therapist == null ? null : therapist.toString(),
                    account.language().tag());
        }
    }

    record Colleagues(List<Colleague> items, @Nullable String next) {}

    @GetMapping
    Mono<Colleagues> list(Caller caller, @RequestParam(required = false) @Nullable String after, Paging paging) {
        AccountId last = after == null ? null : new AccountId(id(after, "/after"));
        return colleagues.colleagues(accountOf(caller), last, paging.size()).map(found -> page(found, paging.size()));
    }

    private static Colleagues page(List<Account> found, int size) {
        return new Colleagues(
                found.stream().map(Colleague::of).toList(),
                found.size() < size ? null : found.getLast().id().toString());
    }

    /** 201 for a new account; 200 where one of the practice now has these roles. */
    @PostMapping
    Mono<ResponseEntity<Colleague>> invite(Caller caller, @RequestBody Invite invite) {
        return colleagues.invite(accountOf(caller), invitation(invite, caller)).map(invited -> {
            Colleague view = Colleague.of(invited.account());
            return invited.isNew()
                    ? ResponseEntity.created(URI.create("/api/staff/" + view.id()))
                            .body(view)
                    : ResponseEntity.ok(view);
        });
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(Caller caller, @PathVariable UUID id) {
        return colleagues.end(accountOf(caller), new AccountId(id));
    }

    /** Without a practice, a manager means their own. */
    private static Invitation invitation(Invite invite, Caller caller) {
        List<FieldFault> faults = new ArrayList<>();
        EmailAddress email = null;
        try {
            email = new EmailAddress(invite.email());
        } catch (InvalidValue invalid) {
            faults.add(new FieldFault("/email", "Must be an email address."));
        }
        List<Role> roles = invite.roles().stream().map(Role::named).toList();
        String practice = invite.practiceId() == null && !roles.contains(Role.OPERATOR)
                ? caller.claim("practiceId").orElse(null)
                : invite.practiceId();
        if (roles.contains(Role.OPERATOR) && (roles.size() > 1 || practice != null)) {
            faults.add(new FieldFault("/roles", "An operator belongs to no practice and has no other role."));
        }
        if (!roles.contains(Role.OPERATOR) && practice == null) {
            faults.add(new FieldFault("/practiceId", "Must say whose colleague this is."));
        }
        if (roles.contains(Role.THERAPIST) != (invite.therapistId() != null)) {
            faults.add(new FieldFault("/therapistId", "Belongs to the role therapist, and to no other."));
        }
        if (!faults.isEmpty() || email == null) {
            throw new InvalidRequest(faults);
        }
        return new Invitation(
                email,
                roles,
                practice == null ? null : new PracticeId(UUID.fromString(practice)),
                invite.therapistId() == null ? null : new TherapistId(UUID.fromString(invite.therapistId())),
                new Language(invite.locale() == null ? ENGLISH : invite.locale()));
    }

    private static AccountId accountOf(Caller caller) {
        return new AccountId(UUID.fromString(caller.subject()));
    }

    private static UUID id(String text, String pointer) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new InvalidRequest(pointer, "Must be an id that this list answered.");
        }
    }
}
