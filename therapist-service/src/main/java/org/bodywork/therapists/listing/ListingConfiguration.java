package org.bodywork.therapists.listing;

import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.EditPractice;
import org.bodywork.therapists.listing.application.EditTherapist;
import org.bodywork.therapists.listing.application.ExpiringLicences;
import org.bodywork.therapists.listing.application.KeepPractice;
import org.bodywork.therapists.listing.application.KeepTherapist;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.application.ShowListing;
import org.bodywork.therapists.listing.application.StaffContacts;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.listing.application.WarnOfExpiry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ListingConfiguration {

    @Bean
    KeepPractice keepPractice(Practices practices, Therapists therapists) {
        return new KeepPractice(practices, therapists);
    }

    @Bean
    KeepTherapist keepTherapist(Therapists therapists, BusinessClock clock) {
        return new KeepTherapist(therapists, clock);
    }

    @Bean
    EditTherapist editTherapist(Therapists therapists, Practices practices, KeepPractice copies) {
        return new EditTherapist(therapists, practices, copies);
    }

    @Bean
    EditPractice editPractice(Practices practices, Therapists therapists, KeepPractice copies) {
        return new EditPractice(practices, therapists, copies);
    }

    @Bean
    ShowListing showListing(Therapists therapists, Practices practices) {
        return new ShowListing(therapists, practices);
    }

    @Bean
    WarnOfExpiry warnOfExpiry(ExpiringLicences licences, StaffContacts contacts, BusinessClock clock) {
        return new WarnOfExpiry(licences, contacts, clock);
    }
}
