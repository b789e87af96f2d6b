package org.bodywork.notifications.notification.adapter;

import java.time.Clock;
import java.time.Duration;
import org.bodywork.notifications.delivery.application.Outgoing;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.notification.application.Agendas;
import org.bodywork.notifications.notification.application.Composition;
import org.bodywork.notifications.notification.application.CurrentAppointments;
import org.bodywork.notifications.notification.application.Hearing;
import org.bodywork.notifications.notification.application.Ledger;
import org.bodywork.notifications.notification.application.MendPlans;
import org.bodywork.notifications.notification.application.Notifications;
import org.bodywork.notifications.notification.application.Objections;
import org.bodywork.notifications.notification.application.Paces;
import org.bodywork.notifications.notification.application.Places;
import org.bodywork.notifications.notification.application.PlanMessages;
import org.bodywork.notifications.notification.application.Readers;
import org.bodywork.notifications.notification.application.Recovery;
import org.bodywork.notifications.notification.application.ReminderCaps;
import org.bodywork.notifications.notification.application.ResendMessage;
import org.bodywork.notifications.notification.application.Rules;
import org.bodywork.notifications.notification.application.SendMessage;
import org.bodywork.notifications.notification.application.Staff;
import org.bodywork.notifications.notification.application.StaffLetters;
import org.bodywork.notifications.notification.application.TakeDeliveryReport;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.application.Wording;
import org.bodywork.notifications.notification.domain.Backoff;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases with their ports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaceSettings.class)
class NotificationWiring {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    @Bean
    PlanMessages planMessages(
            Rules rules,
            Staff staff,
            Agendas agendas,
            Notifications notifications,
            Visits visits,
            BusinessClock clock) {
        return new PlanMessages(rules, staff, agendas, notifications, visits, clock);
    }

    @Bean
    MendPlans mendPlans(Rules rules, Staff staff, Agendas agendas, Notifications notifications, BusinessClock clock) {
        return new MendPlans(rules, staff, agendas, notifications, clock);
    }

    @Bean
    Paces paces(PaceSettings settings, Clock steady) {
        return new Paces(settings.emails(), settings.texts(), steady);
    }

    @Bean
    SendMessage sendMessage(
            Notifications notifications,
            Visits visits,
            Objections objections,
            Composition composition,
            Paces paces,
            Outgoing outgoing,
            Suppressions suppressions,
            Recovery recovery,
            BusinessClock clock,
            Clock steady) {
        return new SendMessage(
                notifications,
                visits,
                objections,
                composition,
                paces,
                outgoing,
                suppressions,
                recovery,
                BACKOFF,
                clock,
                steady);
    }

    @Bean
    Recovery recovery(Notifications notifications) {
        return new Recovery(notifications);
    }

    @Bean
    RecoveryLoop recoveryLoop(Recovery recovery) {
        return new RecoveryLoop(recovery);
    }

    @Bean
    Objections objections(
            Notifications notifications,
            Visits visits,
            Staff staff,
            Suppressions suppressions,
            CurrentAppointments currentAppointments,
            ReminderCaps caps,
            Hearing hearing,
            BusinessClock clock) {
        return new Objections(
                notifications, visits, new Readers(staff), suppressions, currentAppointments, caps, hearing, clock);
    }

    @Bean
    Composition composition(Places places, Wording wording) {
        return new Composition(places, wording);
    }

    @Bean
    TakeDeliveryReport takeDeliveryReport(Notifications notifications, BusinessClock clock) {
        return new TakeDeliveryReport(notifications, clock);
    }

    @Bean
    Ledger ledger(
            Notifications notifications,
            StaffLetters letters,
            Visits visits,
            Staff staff,
            Suppressions suppressions,
            BusinessClock clock) {
        return new Ledger(notifications, letters, visits, staff, suppressions, clock);
    }

    @Bean
    ResendMessage resendMessage(
            Notifications notifications, Visits visits, Suppressions suppressions, BusinessClock clock) {
        return new ResendMessage(notifications, visits, suppressions, clock);
    }
}
