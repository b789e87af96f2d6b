package org.bodywork.therapists.importing;

import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.account.application.Accounts;
import org.bodywork.therapists.account.application.KeepStaffAccount;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.importing.application.ExportListings;
import org.bodywork.therapists.importing.application.ImportListings;
import org.bodywork.therapists.listing.application.KeepPractice;
import org.bodywork.therapists.listing.application.KeepTherapist;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.application.Therapists;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportingConfiguration {

    @Bean
    ImportListings importListings(KeepStaffAccount accounts, KeepPractice practices, KeepTherapist therapists) {
        return new ImportListings(accounts, practices, therapists);
    }

    @Bean
    ExportListings exportListings(Practices practices, Therapists therapists, Accounts accounts, BusinessClock clock) {
        return new ExportListings(practices, therapists, accounts, clock);
    }

    @Bean
    AccessRules imports() {
        return paths -> paths.pathMatchers("/api/import/**", "/api/export/**")
                .hasAnyRole(Role.MANAGER.wireName(), Role.OPERATOR.wireName());
    }
}
