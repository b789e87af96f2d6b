package org.bodywork.notifications.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.jspecify.annotations.Nullable;

/** What one client agreed to and chose since, on each channel they can be reached on. */
record ConsentView(List<OnChannel> items) {

    /**
     * One channel.
     *
     * @param agreed when they booked
     * @param agreedAt when they said so
     * @param wording the version of the words they agreed to
     * @param stopped whether nothing is sent there any more
     * @param way how we learned of the last change, if there was one
     * @param since of the last change
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OnChannel(
            Channel channel,
            boolean agreed,
            @Nullable Instant agreedAt,
            @Nullable String wording,
            boolean stopped,
            @Nullable OptOutWay way,
            @Nullable Instant since) {}
}
