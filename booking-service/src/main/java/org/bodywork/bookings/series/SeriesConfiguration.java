package org.bodywork.bookings.series;

import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.application.ClientTraces;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.series.application.AllSeries;
import org.bodywork.bookings.series.application.BookSeries;
import org.bodywork.bookings.series.application.ChangeSeries;
import org.bodywork.bookings.series.application.EndSeries;
import org.bodywork.bookings.series.application.FindSeries;
import org.bodywork.bookings.series.application.HoldSeries;
import org.bodywork.bookings.series.application.SeriesTimes;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class SeriesConfiguration {

    @Bean
    SeriesTimes seriesTimes(Listings listings, Candidates candidates, FreshOpenings openings, BusinessClock clock) {
        return new SeriesTimes(listings, candidates, openings, clock);
    }

    @Bean
    HoldSeries holdSeries(Listings listings, SeriesTimes times, HoldTime holds, AllSeries all, BusinessClock clock) {
        return new HoldSeries(listings, times, holds, all, clock);
    }

    @Bean
    FindSeries findSeries(AllSeries all, Appointments appointments) {
        return new FindSeries(all, appointments);
    }

    @Bean
    BookSeries bookSeries(
            FindSeries series,
            AllSeries all,
            HoldSeries holding,
            BookAppointment booking,
            ClientRecords clients,
            Recognition recognition,
            BusinessClock clock) {
        return new BookSeries(series, all, holding, booking, clients, recognition, clock);
    }

    @Bean
    ChangeSeries changeSeries(
            FindSeries series,
            AllSeries all,
            ManageByLink visits,
            ManageLinks links,
            MoveVisit moves,
            BusinessClock clock) {
        return new ChangeSeries(series, all, visits, links, moves, clock);
    }

    @Bean
    ClientTraces seriesTraces(AllSeries all) {
        return all::forget;
    }

    @Bean
    AccessRules seriesAccess() {
        return paths -> {
            String[] read = {"/api/series/*", "/series/*"};
            paths.pathMatchers(HttpMethod.GET, read).permitAll();
            paths.pathMatchers(HttpMethod.HEAD, read).permitAll();
            paths.pathMatchers(HttpMethod.POST, "/api/series", "/api/series/*/*", "/series", "/series/*", "/series/*/*")
                    .permitAll();
        };
    }

    @Bean
    EndSeries endSeries(
            AllSeries all,
            FindSeries series,
            HoldSeries holding,
            BookSeries booking,
            ChangeSeries changes,
            BusinessClock clock) {
        return new EndSeries(all, series, holding, booking, changes, clock);
    }
}
