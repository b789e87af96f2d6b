package org.bodywork.bookings.plan;

import org.bodywork.bookings.appointment.PublicSite;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.plan.application.AnswerScore;
import org.bodywork.bookings.plan.application.ConditionOfVisit;
import org.bodywork.bookings.plan.application.FollowPlan;
import org.bodywork.bookings.plan.application.FollowVisit;
import org.bodywork.bookings.plan.application.HealthTexts;
import org.bodywork.bookings.plan.application.MeasureVisit;
import org.bodywork.bookings.plan.application.NeedOfTime;
import org.bodywork.bookings.plan.application.OfferNextVisit;
import org.bodywork.bookings.plan.application.Outcomes;
import org.bodywork.bookings.plan.application.PlanLinks;
import org.bodywork.bookings.plan.application.Plans;
import org.bodywork.bookings.plan.application.ReadPlan;
import org.bodywork.bookings.plan.application.WritePlan;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

    private static final String[] CLIENTS_READ = {"/plan/*", "/scores/*", "/api/plan/*", "/api/scores/*"};

    @Bean
    PlanLinks planLinks(Mac linkMac, PublicSite site) {
        return new PlanLinks(linkMac, site.url());
    }

    @Bean
    HealthTexts healthTexts(ClientRecords clients) {
        return new HealthTexts(clients);
    }

    @Bean
    ReadPlan readPlan(Plans plans, Outcomes outcomes, HealthTexts texts, BusinessClock clock) {
        return new ReadPlan(plans, outcomes, texts, clock);
    }

    @Bean
    NeedOfTime needOfTime(Plans plans, ReadPlan reading, BusinessClock clock) {
        return new NeedOfTime(plans, reading, clock);
    }

    @Bean
    ConditionOfVisit conditionOfVisit(Plans plans, HealthTexts texts) {
        return new ConditionOfVisit(plans, texts);
    }

    @Bean
    WritePlan writePlan(
            StaffAppointments staff, Plans plans, ReadPlan reading, HealthTexts texts, BusinessClock clock) {
        return new WritePlan(staff, plans, reading, texts, clock);
    }

    @Bean
    OfferNextVisit offerNextVisit(Plans plans, Appointments appointments, BusinessClock clock) {
        return new OfferNextVisit(plans, appointments, clock);
    }

    @Bean
    FollowPlan followPlan(
            ReadPlan reading,
            Plans plans,
            OfferNextVisit next,
            Listings listings,
            FreshOpenings openings,
            BookAppointment booking,
            ClientRecords clients,
            Recognition recognition,
            BusinessClock clock) {
        return new FollowPlan(reading, plans, next, listings, openings, booking, clients, recognition, clock);
    }

    @Bean
    FollowVisit followVisit(Plans plans, Outcomes outcomes, BusinessClock clock) {
        return new FollowVisit(plans, outcomes, clock);
    }

    @Bean
    AnswerScore answerScore(Outcomes outcomes, Plans plans, HealthTexts texts, ManageLinks links, BusinessClock clock) {
        return new AnswerScore(outcomes, plans, texts, links, clock);
    }

    @Bean
    MeasureVisit measureVisit(
            StaffAppointments staff,
            Appointments appointments,
            Outcomes outcomes,
            HealthTexts texts,
            BusinessClock clock) {
        return new MeasureVisit(staff, appointments, outcomes, texts, clock);
    }

    @Bean
    AccessRules planAccess() {
        return paths -> {
            paths.pathMatchers(HttpMethod.GET, CLIENTS_READ).permitAll();
            paths.pathMatchers(HttpMethod.HEAD, CLIENTS_READ).permitAll();
            paths.pathMatchers(
                            HttpMethod.POST,
                            "/plan/*/agree",
                            "/plan/*/book",
                            "/scores/*",
                            "/api/plan/*/agree",
                            "/api/plan/*/book",
                            "/api/scores/*")
                    .permitAll();
            paths.pathMatchers("/api/plans/**").hasAnyRole("manager", "therapist");
        };
    }
}
