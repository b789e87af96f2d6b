package org.bodywork.bookings.client.application;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.client.domain.ClientHistory.Visits;
import org.bodywork.bookings.client.domain.PastVisit;
import reactor.core.publisher.Mono;

/** Keeps the promises of the port in a map. */
public final class ClientRecordsInMemory implements ClientRecords {

    private final TextCipher recordKey = new TextCipher("1", FreshKeys.key());
    private final Map<String, ClientKey> keys = new LinkedHashMap<>();
    private final Map<String, Map.Entry<String, PastVisit>> visits = new LinkedHashMap<>();

    @Override
    public Mono<TextCipher> keyOf(String client) {
        return Mono.fromSupplier(
                () -> keys.computeIfAbsent(client, _ -> ClientKey.random(client, recordKey, new SecureRandom()))
                        .unwrap(client, recordKey));
    }

    @Override
    public Mono<TextOpener> openerOf(String client) {
        return Mono.fromSupplier(() -> {
            ClientKey key = keys.get(client);
            return new TextOpener(key == null ? null : key.unwrap(client, recordKey), recordKey);
        });
    }

    @Override
    public Mono<Void> visited(String client, PastVisit visit) {
        return Mono.fromRunnable(() -> visits.put(visit.visit(), Map.entry(client, visit)));
    }

    @Override
    public Mono<ClientHistory> historyOf(String client) {
        return Mono.fromSupplier(() -> new ClientHistory(
                visitsOf(client)
                        .map(visit -> new Visits(visit.practice(), visit.therapist(), visit.start(), visit.start(), 1))
                        .toList(),
                visitsOf(client)
                        .flatMap(visit -> Stream.ofNullable(visit.intake()))
                        .toList()));
    }

    private Stream<PastVisit> visitsOf(String client) {
        return visits.values().stream()
                .filter(visit -> visit.getKey().equals(client))
                .map(Map.Entry::getValue);
    }

    @Override
    public Mono<Void> forget(String client) {
        return Mono.fromRunnable(() -> {
            keys.remove(client);
            visits.values().removeIf(visit -> visit.getKey().equals(client));
        });
    }

    /** How many clients have a key. */
    public int keys() {
        return keys.size();
    }
}
