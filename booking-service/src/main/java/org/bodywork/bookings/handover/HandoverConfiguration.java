package org.bodywork.bookings.handover;

import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.HandOver;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Modalities;
import org.bodywork.bookings.handover.application.AnswerHandover;
import org.bodywork.bookings.handover.application.EndCase;
import org.bodywork.bookings.handover.application.EqualSkill;
import org.bodywork.bookings.handover.application.Handovers;
import org.bodywork.bookings.handover.application.OfferAlternatives;
import org.bodywork.bookings.handover.application.PlanSharing;
import org.bodywork.bookings.handover.application.ReportSick;
import org.bodywork.bookings.handover.application.SickTime;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HandoverConfiguration {

    @Bean
    EqualSkill equalSkill(Candidates candidates, Modalities modalities, Listings listings, FreshOpenings openings) {
        return new EqualSkill(candidates, modalities, listings, openings);
    }

    @Bean
    EndCase endCase(HandOver visits, HoldTime holds, ObjectProvider<PlanSharing> plans) {
        return new EndCase(visits, holds, plans.getIfAvailable(() -> PlanSharing.NO_PLANS));
    }

    @Bean
    OfferAlternatives offerAlternatives(
            Handovers handovers,
            Appointments appointments,
            EqualSkill others,
            HoldTime holds,
            HandOver visits,
            EndCase ending,
            BusinessClock clock) {
        return new OfferAlternatives(handovers, appointments, others, holds, visits, ending, clock);
    }

    @Bean
    AnswerHandover answerHandover(
            Handovers handovers,
            Appointments appointments,
            EndCase ending,
            ObjectProvider<PlanSharing> plans,
            BusinessClock clock) {
        return new AnswerHandover(
                handovers, appointments, ending, plans.getIfAvailable(() -> PlanSharing.NO_PLANS), clock);
    }

    @Bean
    ReportSick reportSick(
            Handovers handovers, Listings listings, Appointments appointments, SickTime times, BusinessClock clock) {
        return new ReportSick(handovers, listings, appointments, times, clock);
    }

    @Bean
    AccessRules handoverAccess() {
        return paths -> {
            paths.pathMatchers("/handover/**", "/api/handover/**").permitAll();
            paths.pathMatchers("/api/handovers/**").hasAnyRole("manager", "therapist");
        };
    }
}
