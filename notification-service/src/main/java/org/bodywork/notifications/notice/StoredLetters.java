package org.bodywork.notifications.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.UUID;
import org.bodywork.notifications.notification.application.StaffLetters;
import org.bodywork.notifications.notification.domain.Visit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;

/** The notices as rows of the ledger. */
final class StoredLetters implements StaffLetters {

    private final ReactiveMongoTemplate mongo;

    StoredLetters(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Flux<StaffLetter> ofTheDayOf(Visit visit) {
        // Ids of accounts are UUIDs, and no character of these comes after a tilde.
        String begin = NoticeDocument.agendasOf(
                visit.therapist().value(), visit.localStart().toLocalDate());
        Query theirs = Query.query(where("_id").gt(begin).lt(begin + "~")).with(Sort.by("_id"));
        return mongo.find(theirs, NoticeDocument.class, NoticeDocument.COLLECTION)
                .map(StoredLetters::asLetter);
    }

    @Override
    public Flux<StaffLetter> to(String account, int most) {
        Query newest = Query.query(where("accountId").is(account))
                .with(Sort.by(Sort.Direction.DESC, "dueAt"))
                .limit(most);
        return mongo.find(newest, NoticeDocument.class, NoticeDocument.COLLECTION)
                .map(StoredLetters::asLetter);
    }

    private static StaffLetter asLetter(NoticeDocument notice) {
        return new StaffLetter(
                UUID.nameUUIDFromBytes(notice.id().getBytes(UTF_8)).toString(),
                notice.kind().name(),
                notice.accountId(),
                notice.state().name(),
                notice.reason(),
                notice.providerId(),
                notice.dueAt(),
                notice.at(),
                notice.possibleRepeat());
    }
}
