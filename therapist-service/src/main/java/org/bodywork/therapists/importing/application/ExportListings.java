package org.bodywork.therapists.importing.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.account.application.Accounts;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.importing.domain.ExportRow;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.application.Rated;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.Workplace;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is published, as rows that an import would find unchanged. Left out is what such rows have no words for: a
 * therapist who works at several places, and places and treatments that bear no id of the practice's own.
 */
public final class ExportListings {

    private static final int PRACTICES_AT_ONCE = 50;

    private final Practices practices;
    private final Therapists therapists;
    private final Accounts accounts;
    private final BusinessClock clock;

    public ExportListings(Practices practices, Therapists therapists, Accounts accounts, BusinessClock clock) {
        this.practices = practices;
        this.therapists = therapists;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A few rows at a time, read when they are wanted; of one practice, or of all. */
    public Flux<List<ExportRow>> batches(@Nullable PracticeId only) {
        return (only == null ? practices.published() : practices.withIds(List.of(only)))
                .buffer(PRACTICES_AT_ONCE)
                .concatMap(this::rows, 1);
    }

    private Mono<List<ExportRow>> rows(List<Practice> some) {
        return therapists
                .publishedOf(some.stream().map(Practice::id).toList())
                .map(Rated::therapist)
                .filter(Therapist::fitsIntoFiles)
                .collectList()
                .zipWhen(this::accountsOf)
                .map(read -> some.stream()
                        .flatMap(practice -> rowsOf(practice, read.getT1(), read.getT2()).stream())
                        .toList());
    }

    private Mono<Map<AccountId, Account>> accountsOf(List<Therapist> found) {
        return accounts.known(found.stream()
                        .map(therapist -> AccountId.of(therapist.id()))
                        .toList())
                .map(Versioned::value)
                .collectMap(Account::id);
    }

    private List<ExportRow> rowsOf(Practice practice, List<Therapist> all, Map<AccountId, Account> known) {
        Map<LocationId, Location> places = practice.locations().stream()
                .filter(place -> place.externalId() != null)
                .collect(Collectors.toMap(Location::id, place -> place));
        Set<LocationId> named = new HashSet<>();
        List<ExportRow> rows = new ArrayList<>();
        for (Therapist therapist : all) {
            Workplace workplace = therapist.workplaces().getFirst();
            Location place = places.get(workplace.id());
            Account account = known.get(AccountId.of(therapist.id()));
            if (therapist.practice().equals(practice.id()) && place != null && account != null) {
                LocalDate today = LocalDate.ofInstant(clock.now(), place.zone());
                named.add(place.id());
                rows.add(new ExportRow(
                        practice,
                        place,
                        new ExportRow.Listed(therapist, therapist.schedule().weekOn(today), account.email())));
            }
        }
        places.values().stream()
                .filter(place -> !named.contains(place.id()))
                .forEach(place -> rows.add(new ExportRow(practice, place, null)));
        return rows;
    }
}
