package org.bodywork.bookings.appointment;

import java.util.List;
import org.bodywork.bookings.appointment.application.AcceptRequest;
import org.bodywork.bookings.appointment.application.AfterVisit;
import org.bodywork.bookings.appointment.application.AnswerByLink;
import org.bodywork.bookings.appointment.application.Answerers;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.Archive;
import org.bodywork.bookings.appointment.application.AwaitAnswer;
import org.bodywork.bookings.appointment.application.BlockTime;
import org.bodywork.bookings.appointment.application.Blocks;
import org.bodywork.bookings.appointment.application.BookAgain;
import org.bodywork.bookings.appointment.application.BookAnybody;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookableStarts;
import org.bodywork.bookings.appointment.application.BookingLimits;
import org.bodywork.bookings.appointment.application.CancelVisit;
import org.bodywork.bookings.appointment.application.CorrectClient;
import org.bodywork.bookings.appointment.application.DeclineRequest;
import org.bodywork.bookings.appointment.application.ExplainStart;
import org.bodywork.bookings.appointment.application.FindConflicts;
import org.bodywork.bookings.appointment.application.HandInIntake;
import org.bodywork.bookings.appointment.application.HandOver;
import org.bodywork.bookings.appointment.application.HoldAnybody;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Holds;
import org.bodywork.bookings.appointment.application.Letterheads;
import org.bodywork.bookings.appointment.application.ListMyVisits;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.NoteForStaff;
import org.bodywork.bookings.appointment.application.OfferInstead;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.application.ReadAgenda;
import org.bodywork.bookings.appointment.application.ReadAudit;
import org.bodywork.bookings.appointment.application.ReadClient;
import org.bodywork.bookings.appointment.application.ReadIntake;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.application.RecordAttendance;
import org.bodywork.bookings.appointment.application.RememberVisit;
import org.bodywork.bookings.appointment.application.RevokeLink;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.application.TakeTime;
import org.bodywork.bookings.appointment.application.VisitNews;
import org.bodywork.bookings.appointment.application.WorkedWeeks;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.application.TextCipher;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.application.Occupancy;
import org.bodywork.bookings.opening.application.Workloads;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AppointmentConfiguration.LimitProperties.class)
class AppointmentConfiguration {

    /** How much one visitor may take at once, with defaults that no honest one meets. */
    @ConfigurationProperties("bodywork.limits")
    record LimitProperties(
            @DefaultValue("3") int holdsPerBrowser,
            @DefaultValue("20") int holdsPerAddress,
            @DefaultValue("5") int openRequestsPerContact,
            @DefaultValue("10") int bookingsPerContactADay) {}

    @Bean
    Recognition recognition(BookingSecrets secrets) {
        return new Recognition(secrets.client().mac());
    }

    @Bean
    ManageLinks manageLinks(BookingSecrets secrets, PublicSite site) {
        return new ManageLinks(secrets.link().mac(), site.url());
    }

    /** What secrets are made with that nobody but this service has to recognise. */
    @Bean
    Mac linkMac(BookingSecrets secrets) {
        return secrets.link().mac();
    }

    @Bean
    TextCipher recordCipher(BookingSecrets secrets) {
        return new TextCipher(secrets.record().keyId(), secrets.record().key());
    }

    @Bean
    PrivateTexts privateTexts(ClientRecords clients) {
        return new PrivateTexts(clients);
    }

    @Bean
    TakeTime takeTime(Appointments appointments, Holds holds, BusinessClock clock) {
        return new TakeTime(appointments, holds, clock);
    }

    @Bean
    BookableStarts bookableStarts(
            Listings listings, Appointments appointments, FreshOpenings openings, BusinessClock clock) {
        return new BookableStarts(listings, appointments, openings, clock);
    }

    @Bean
    BookingLimits bookingLimits(LimitProperties properties) {
        return new BookingLimits(
                properties.holdsPerBrowser(),
                properties.holdsPerAddress(),
                properties.openRequestsPerContact(),
                properties.bookingsPerContactADay());
    }

    @Bean
    HoldTime holdTime(BookableStarts starts, TakeTime time, Holds holds, BookingLimits limits, BusinessClock clock) {
        return new HoldTime(starts, time, holds, limits, clock);
    }

    @Bean
    BookAppointment bookAppointment(
            Listings listings,
            BookableStarts starts,
            TakeTime time,
            Appointments appointments,
            Holds holds,
            BookingLimits limits,
            Recognition recognition,
            PrivateTexts texts,
            BusinessClock clock) {
        return new BookAppointment(listings, starts, time, appointments, holds, limits, recognition, texts, clock);
    }

    @Bean
    BookAgain bookAgain(ManageByLink links, BookAppointment booking, ClientRecords clients, Recognition recognition) {
        return new BookAgain(links, booking, clients, recognition);
    }

    @Bean
    BlockTime blockTime(
            Listings listings, Appointments appointments, Blocks blocks, TakeTime time, BusinessClock clock) {
        return new BlockTime(listings, appointments, blocks, time, clock);
    }

    @Bean
    BookAnybody bookAnybody(
            Candidates candidates,
            Listings listings,
            FreshOpenings openings,
            WorkedWeeks weeks,
            BookAppointment booking,
            Recognition recognition,
            BusinessClock clock) {
        return new BookAnybody(candidates, listings, openings, weeks, booking, recognition, clock);
    }

    @Bean
    HoldAnybody holdAnybody(
            Candidates candidates,
            Listings listings,
            FreshOpenings openings,
            WorkedWeeks weeks,
            HoldTime holds,
            Recognition recognition,
            BusinessClock clock) {
        return new HoldAnybody(candidates, listings, openings, weeks, holds, recognition, clock);
    }

    @Bean
    StaffAppointments staffAppointments(Appointments appointments, Archive archive) {
        return new StaffAppointments(appointments, archive);
    }

    @Bean
    ReadAgenda readAgenda(StaffAppointments staff, Appointments appointments) {
        return new ReadAgenda(staff, appointments);
    }

    @Bean
    VisitNews visitNews() {
        return new VisitNews();
    }

    @Bean
    AcceptRequest acceptRequest(StaffAppointments appointments, BusinessClock clock) {
        return new AcceptRequest(appointments, clock);
    }

    @Bean
    AnswerByLink answerByLink(Appointments appointments, Answerers answerers, ManageLinks links, BusinessClock clock) {
        return new AnswerByLink(appointments, answerers, links, clock);
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
    RecordAttendance recordAttendance(
            StaffAppointments appointments, PrivateTexts texts, Letterheads letterheads, BusinessClock clock) {
        return new RecordAttendance(appointments, texts, letterheads, clock);
    }

    @Bean
    ListMyVisits listMyVisits(Appointments appointments) {
        return new ListMyVisits(appointments);
    }

    @Bean
    RememberVisit rememberVisit(Appointments appointments, ClientRecords clients, List<AfterVisit> others) {
        return new RememberVisit(appointments, clients, others);
    }

    @Bean
    CorrectClient correctClient(
            StaffAppointments staff,
            Appointments appointments,
            TakeTime time,
            BookableStarts starts,
            Listings listings,
            Recognition recognition,
            PrivateTexts texts,
            BusinessClock clock) {
        return new CorrectClient(staff, appointments, time, starts, listings, recognition, texts, clock);
    }

    @Bean
    NoteForStaff noteForStaff(
            StaffAppointments staff, Appointments appointments, PrivateTexts texts, BusinessClock clock) {
        return new NoteForStaff(staff, appointments, texts, clock);
    }

    @Bean
    OfferInstead offerInstead(Listings listings, FreshOpenings openings, BusinessClock clock) {
        return new OfferInstead(listings, openings, clock);
    }

    @Bean
    FindConflicts findConflicts(Appointments appointments, Listings listings, BusinessClock clock) {
        return new FindConflicts(appointments, listings, clock);
    }

    @Bean
    ManageByLink manageByLink(Appointments appointments, BusinessClock clock) {
        return new ManageByLink(appointments, clock);
    }

    @Bean
    HandInIntake handInIntake(ManageByLink links, PrivateTexts texts, BusinessClock clock) {
        return new HandInIntake(links, texts, clock);
    }

    @Bean
    ReadIntake readIntake(
            StaffAppointments staff,
            Appointments appointments,
            ClientRecords clients,
            PrivateTexts texts,
            BusinessClock clock) {
        return new ReadIntake(staff, appointments, clients, texts, clock);
    }

    @Bean
    ReadClient readClient(StaffAppointments staff, Appointments appointments, PrivateTexts texts, BusinessClock clock) {
        return new ReadClient(staff, appointments, texts, clock);
    }

    @Bean
    ReadAudit readAudit(StaffAppointments staff, Appointments appointments) {
        return new ReadAudit(staff, appointments);
    }

    @Bean
    RevokeLink revokeLink(StaffAppointments appointments, BusinessClock clock) {
        return new RevokeLink(appointments, clock);
    }

    @Bean
    MoveVisit moveVisit(
            ManageByLink links,
            StaffAppointments staff,
            Appointments appointments,
            BookableStarts starts,
            TakeTime time,
            BusinessClock clock) {
        return new MoveVisit(links, staff, appointments, starts, time, clock);
    }

    @Bean
    HandOver handOver(
            Appointments appointments, HoldTime holds, BookableStarts starts, TakeTime time, BusinessClock clock) {
        return new HandOver(appointments, holds, starts, time, clock);
    }

    @Bean
    ExplainStart explainStart(Listings listings, Occupancy occupancy, Workloads workloads, BusinessClock clock) {
        return new ExplainStart(listings, occupancy, workloads, clock);
    }

    @Bean
    AwaitAnswer awaitAnswer(Appointments appointments, BusinessClock clock) {
        return new AwaitAnswer(appointments, clock);
    }
}
