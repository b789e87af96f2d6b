package org.bodywork.therapists.listing.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wellness center, clinic or pain management practice.
 *
 * @param claimed the practice keeps the listing itself; otherwise it is only named, without therapists
 * @param replyTo where answers to our emails go
 * @param doctorsPapers what of a doctor they are glad to work with; what is not listed is not known
 * @param messageRules which messages clients get, where it is not as usual
 * @param demo invented, for trying the product out
 */
public record Practice(
        PracticeId id,
        Slug slug,
        ListingStatus status,
        String name,
        PracticeKind kind,
        boolean claimed,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress replyTo,
        List<DoctorsPaper> doctorsPapers,
        MessageRules messageRules,
        boolean demo,
        List<Location> locations) {

    public Practice {
        Wording.name(name);
        doctorsPapers = doctorsPapers.stream().sorted().toList();
        locations = List.copyOf(locations);
        Repeated.refuse(doctorsPapers, "paper");
        Repeated.refuse(locations.stream().map(Location::id).toList(), "location");
    }

    /**
     * This practice as listed anew. A listing names one location at a time, so the others stay as they are; and once
     * claimed is claimed.
     */
    public Practice relisted(Practice listed) {
        Map<LocationId, Location> merged = new LinkedHashMap<>();
        locations.forEach(location -> merged.put(location.id(), location));
        listed.locations.forEach(location -> merged.merge(location.id(), location, Location::relisted));
        return new Practice(
                id,
                listed.slug,
                listed.status,
                listed.name,
                listed.kind,
                claimed || listed.claimed,
                listed.phone,
                listed.replyTo,
                listed.doctorsPapers.isEmpty() ? doctorsPapers : listed.doctorsPapers,
                messageRules,
                listed.demo,
                List.copyOf(merged.values()));
    }

    /** This practice, which keeps its listing itself from now on. */
    public Practice handedOver() {
        return new Practice(
                id, slug, status, name, kind, true, phone, replyTo, doctorsPapers, messageRules, demo, locations);
    }

    /** This practice, whose clients are told by these rules from now on. */
    public Practice telling(MessageRules rules) {
        return new Practice(
                id, slug, status, name, kind, claimed, phone, replyTo, doctorsPapers, rules, demo, locations);
    }
}
