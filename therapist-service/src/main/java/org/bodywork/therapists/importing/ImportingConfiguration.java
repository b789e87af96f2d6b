package org.bodywork.therapists.importing;

import org.bodywork.therapists.account.application.KeepStaffAccount;
import org.bodywork.therapists.importing.application.ImportListings;
import org.bodywork.therapists.listing.application.KeepPractice;
import org.bodywork.therapists.listing.application.KeepTherapist;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportingConfiguration {

    @Bean
    ImportListings importListings(KeepStaffAccount accounts, KeepPractice practices, KeepTherapist therapists) {
        return new ImportListings(accounts, practices, therapists);
    }
}
