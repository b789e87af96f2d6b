package org.bodywork.bookings.waitlist;

import org.bodywork.bookings.appointment.PublicSite;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.CancelForGood;
import org.bodywork.bookings.appointment.application.GivenUpTimes;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.waitlist.application.AnswerOffer;
import org.bodywork.bookings.waitlist.application.CareNeeds;
import org.bodywork.bookings.waitlist.application.ChooseTurn;
import org.bodywork.bookings.waitlist.application.ForgetWaiting;
import org.bodywork.bookings.waitlist.application.FreedTimes;
import org.bodywork.bookings.waitlist.application.HearOfFreedTime;
import org.bodywork.bookings.waitlist.application.JoinWaitlist;
import org.bodywork.bookings.waitlist.application.OfferFreedTime;
import org.bodywork.bookings.waitlist.application.ReadChains;
import org.bodywork.bookings.waitlist.application.TidyEntry;
import org.bodywork.bookings.waitlist.application.Waitlist;
import org.bodywork.bookings.waitlist.application.WaitlistLinks;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WaitlistConfiguration.Settings.class)
class WaitlistConfiguration {

    /**
     * How much one contact may wait for.
     *
     * @param entriesPerContact at once
     */
    @ConfigurationProperties("bodywork.waitlist")
    record Settings(@DefaultValue("5") int entriesPerContact) {}

    @Bean
    WaitlistLinks waitlistLinks(@Qualifier("linkMac") Mac mac, PublicSite site) {
        return new WaitlistLinks(mac, site.page(""));
    }

    @Bean
    ChooseTurn chooseTurn(
            Waitlist waitlist,
            Listings listings,
            Candidates candidates,
            FreshOpenings openings,
            CareNeeds care,
            BusinessClock clock) {
        return new ChooseTurn(waitlist, listings, candidates, openings, care, clock);
    }

    @Bean
    OfferFreedTime offerFreedTime(
            FreedTimes times,
            Waitlist waitlist,
            ChooseTurn turns,
            HoldTime holds,
            BookAppointment booking,
            Appointments appointments,
            CancelForGood cancelling,
            ClientRecords clients,
            Recognition recognition,
            BusinessClock clock) {
        return new OfferFreedTime(
                times, waitlist, turns, holds, booking, appointments, cancelling, clients, recognition, clock);
    }

    @Bean
    AnswerOffer answerOffer(
            FreedTimes times, Waitlist waitlist, WaitlistLinks links, OfferFreedTime offers, BusinessClock clock) {
        return new AnswerOffer(times, waitlist, links, offers, clock);
    }

    @Bean
    JoinWaitlist joinWaitlist(
            Waitlist waitlist,
            WaitlistLinks links,
            AnswerOffer offers,
            Listings listings,
            Recognition recognition,
            BusinessClock clock,
            Settings settings) {
        return new JoinWaitlist(waitlist, links, offers, listings, recognition, clock, settings.entriesPerContact());
    }

    @Bean
    ReadChains readChains(FreedTimes times, Waitlist waitlist, BusinessClock clock) {
        return new ReadChains(times, waitlist, clock);
    }

    @Bean
    TidyEntry tidyEntry(Waitlist waitlist, FreedTimes times, OfferFreedTime offers, BusinessClock clock) {
        return new TidyEntry(waitlist, times, offers, clock);
    }

    @Bean
    ForgetWaiting forgetWaiting(Waitlist waitlist, JoinWaitlist joining) {
        return new ForgetWaiting(waitlist, joining);
    }

    @Bean
    GivenUpTimes givenUpTimes(FreedTimes times, ObjectProvider<DueNudges> nudges) {
        // Due work is made of the very things that nudge it.
        return new HearOfFreedTime(times, () -> nudges.getObject().nudge("freed-times"));
    }

    @Bean
    AccessRules waitlistAccess() {
        return paths -> {
            String[] read = {"/waitlist/*", "/offers/*", "/api/waitlist/*", "/api/offers/*", "/manage/*/earlier"};
            paths.pathMatchers(HttpMethod.GET, read).permitAll();
            paths.pathMatchers(HttpMethod.HEAD, read).permitAll();
            paths.pathMatchers(
                            HttpMethod.POST,
                            "/waitlist/*",
                            "/waitlist/*/leave",
                            "/offers/*/take",
                            "/offers/*/decline",
                            "/api/waitlist",
                            "/api/offers/*/take",
                            "/api/offers/*/decline")
                    .permitAll();
            paths.pathMatchers(HttpMethod.DELETE, "/api/waitlist/*").permitAll();
            paths.pathMatchers(HttpMethod.GET, "/api/waitlist").hasAnyRole("manager", "therapist");
        };
    }
}
