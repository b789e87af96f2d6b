package org.bodywork.therapists.search;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.listing.domain.ZipTable;
import org.bodywork.therapists.search.application.FollowListings;
import org.bodywork.therapists.search.application.ListingIndex;
import org.bodywork.therapists.search.application.NextOpenings;
import org.bodywork.therapists.search.application.PublishedListings;
import org.bodywork.therapists.search.application.SearchListings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private static final int MOST_WAITING = 10_000;

    /**
     * Reading the index is work for processors: more threads than these would only take turns. All of them take from one
     * queue, so that a search waits behind a long one only while each is busy with such.
     */
    @Bean(destroyMethod = "dispose")
    Scheduler searchThreads() {
        int threads = Runtime.getRuntime().availableProcessors();
        return Schedulers.fromExecutorService(
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(MOST_WAITING),
                        Thread.ofPlatform().daemon().name("search-", 1).factory()),
                "search");
    }

    /** Of its own, so that no search ever waits behind what is being written. */
    @Bean(destroyMethod = "dispose")
    Scheduler indexThread() {
        return Schedulers.newBoundedElastic(1, MOST_WAITING, "search-writes");
    }

    @Bean
    ZipTable zips() {
        return ZipTable.load();
    }

    @Bean
    NextOpenings nextOpenings() {
        return new NextOpenings();
    }

    @Bean
    SearchListings searchListings(
            ListingIndex index, NextOpenings openings, ZipTable zips, BusinessClock clock, Scheduler searchThreads) {
        return new SearchListings(index, openings, zips, clock, searchThreads);
    }

    @Bean
    FollowListings followListings(
            Therapists therapists,
            Practices practices,
            ListingIndex index,
            BusinessClock clock,
            Scheduler indexThread) {
        return new FollowListings(new PublishedListings(therapists, practices), index, clock, indexThread);
    }
}
