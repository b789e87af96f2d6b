package org.bodywork.bookings.appointment;

import org.bodywork.bookings.appointment.adapter.mongo.RecordCipher;
import org.bodywork.bookings.appointment.application.AcceptRequest;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.CancelVisit;
import org.bodywork.bookings.appointment.application.DeclineRequest;
import org.bodywork.bookings.appointment.application.ExpireRequest;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.application.RecordAttendance;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.application.WayClearing;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {

    @Bean
    Recognition recognition(BookingSecrets secrets) {
        return new Recognition(secrets.client().mac());
    }

    @Bean
    ManageLinks manageLinks(BookingSecrets secrets, PublicSite site) {
        return new ManageLinks(secrets.link().mac(), site.url());
    }

    @Bean
    RecordCipher recordCipher(BookingSecrets secrets) {
        return new RecordCipher(secrets.record().keyId(), secrets.record().key());
    }

    @Bean
    WayClearing wayClearing(Appointments appointments, BusinessClock clock) {
        return new WayClearing(appointments, clock);
    }

    @Bean
    BookAppointment bookAppointment(
            Listings listings,
            Appointments appointments,
            WayClearing clearing,
            FreshOpenings openings,
            Recognition recognition,
            BusinessClock clock) {
        return new BookAppointment(listings, appointments, clearing, openings, recognition, clock);
    }

    @Bean
    StaffAppointments staffAppointments(Appointments appointments) {
        return new StaffAppointments(appointments);
    }

    @Bean
    AcceptRequest acceptRequest(StaffAppointments appointments, BusinessClock clock) {
        return new AcceptRequest(appointments, clock);
    }

    @Bean
    DeclineRequest declineRequest(StaffAppointments appointments, BusinessClock clock) {
        return new DeclineRequest(appointments, clock);
    }

    @Bean
    CancelVisit cancelVisit(StaffAppointments appointments, BusinessClock clock) {
        return new CancelVisit(appointments, clock);
    }

    @Bean
    RecordAttendance recordAttendance(StaffAppointments appointments, BusinessClock clock) {
        return new RecordAttendance(appointments, clock);
    }

    @Bean
    ManageByLink manageByLink(Appointments appointments, BusinessClock clock) {
        return new ManageByLink(appointments, clock);
    }

    @Bean
    ExpireRequest expireRequest(Appointments appointments, BusinessClock clock) {
        return new ExpireRequest(appointments, clock);
    }
}
