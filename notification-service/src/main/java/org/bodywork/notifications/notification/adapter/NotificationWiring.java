package org.bodywork.notifications.notification.adapter;

import java.time.Clock;
import java.time.Duration;
import org.bodywork.notifications.delivery.application.Outgoing;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.notification.application.Composition;
import org.bodywork.notifications.notification.application.CurrentAppointments;
import org.bodywork.notifications.notification.application.Hearing;
import org.bodywork.notifications.notification.application.Ledger;
import org.bodywork.notifications.notification.application.Notifications;
import org.bodywork.notifications.notification.application.Objections;
import org.bodywork.notifications.notification.application.Places;
import org.bodywork.notifications.notification.application.PlanMessages;
import org.bodywork.notifications.notification.application.Readers;
import org.bodywork.notifications.notification.application.ReminderCaps;
import org.bodywork.notifications.notification.application.Rules;
import org.bodywork.notifications.notification.application.SendMessage;
import org.bodywork.notifications.notification.application.Staff;
import org.bodywork.notifications.notification.application.TakeDeliveryReport;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.application.Wording;
import org.bodywork.notifications.notification.domain.Backoff;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases with their ports. */
@Configuration(proxyBeanMethods = false)
class NotificationWiring {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    @Bean
    PlanMessages planMessages(
            Rules rules, Staff staff, Notifications notifications, Visits visits, BusinessClock clock) {
        return new PlanMessages(rules, staff, notifications, visits, clock);
    }

    @Bean
    SendMessage sendMessage(
            Notifications notifications,
            Visits visits,
            Objections objections,
            Composition composition,
            Outgoing outgoing,
            Suppressions suppressions,
            BusinessClock clock,
            Clock steady) {
        return new SendMessage(
                notifications, visits, objections, composition, outgoing, suppressions, BACKOFF, clock, steady);
    }

    @Bean
    Objections objections(
            Notifications notifications,
            Staff staff,
            Suppressions suppressions,
            CurrentAppointments currentAppointments,
            ReminderCaps caps,
            Hearing hearing,
            BusinessClock clock) {
        return new Objections(
                notifications, new Readers(staff), suppressions, currentAppointments, caps, hearing, clock);
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
    Ledger ledger(Notifications notifications, Visits visits) {
        return new Ledger(notifications, visits);
    }
}
