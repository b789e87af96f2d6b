package org.bodywork.bookings.series.adapter.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.series.application.AllSeries;
import org.bodywork.bookings.series.application.EndSeries;
import org.bodywork.bookings.series.domain.SeriesId;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.setup.CollectionIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** The collection of series: its indexes and its due work. */
@Configuration(proxyBeanMethods = false)
class SeriesStore {

    private static final int ENDED_AT_ONCE = 2;
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Bean
    AllSeries allSeries(ReactiveMongoTemplate mongo, ManageLinks links) {
        return new MongoSeries(mongo, links);
    }

    @Bean
    DueQueue dueSeries(EndSeries end) {
        return new DueQueue(
                "series",
                SeriesDocument.COLLECTION,
                ENDED_AT_ONCE,
                LEASE,
                work -> end.look(SeriesId.of(work.id().toString())));
    }

    @Bean
    CollectionIndexes seriesIndexes() {
        return new CollectionIndexes(SeriesDocument.COLLECTION, indexes());
    }

    static List<IndexModel> indexes() {
        return List.of(unique("requestKey"), unique("secretHash"), sparse("due"), sparse("clientRef"));
    }

    private static IndexModel unique(String field) {
        return new IndexModel(
                Indexes.ascending(field), new IndexOptions().unique(true).sparse(true));
    }

    private static IndexModel sparse(String field) {
        return new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true));
    }
}
