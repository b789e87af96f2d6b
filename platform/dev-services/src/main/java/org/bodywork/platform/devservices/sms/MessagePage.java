package org.bodywork.platform.devservices.sms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.TreeMap;
import org.bodywork.platform.devservices.inbox.Sms;
import org.bodywork.platform.devservices.web.Parameters;
import org.jspecify.annotations.Nullable;

/** One page of a list of messages as Twilio's API shows it. */
record MessagePage(
        List<MessageResource> messages,
        int page,
        @JsonProperty("page_size") int pageSize,
        int start,
        int end,
        String uri,
        @JsonProperty("first_page_uri") String firstPageUri,
        @JsonProperty("previous_page_uri") @Nullable String previousPageUri,
        @JsonProperty("next_page_uri") @Nullable String nextPageUri) {

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 1000;

    static MessagePage of(List<Sms> found, Parameters query, String path, String accountSid) {
        int page = query.number("Page", 0);
        int size = Math.clamp(query.number("PageSize", USUAL_SIZE), 1, LARGEST_SIZE);
        var shown = found.stream().skip((long) page * size).limit(size).toList();
        int start = page * size;
        boolean more = found.size() > start + shown.size();
        return new MessagePage(
                shown.stream().map(sms -> MessageResource.of(sms, accountSid)).toList(),
                page,
                size,
                start,
                Math.max(start, start + shown.size() - 1),
                uri(path, query, page, size),
                uri(path, query, 0, size),
                page == 0 ? null : uri(path, query, page - 1, size),
                more ? uri(path, query, page + 1, size) : null);
    }

    private static String uri(String path, Parameters query, int page, int size) {
        var values = new TreeMap<>(query.values());
        values.put("Page", String.valueOf(page));
        values.put("PageSize", String.valueOf(size));
        return path + "?" + new Parameters(values).encoded();
    }
}
