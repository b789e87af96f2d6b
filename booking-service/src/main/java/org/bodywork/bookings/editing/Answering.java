package org.bodywork.bookings.editing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.editing.ListingCalls.Outcome;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.platform.web.FieldFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/** Answers the forms of all editors alike: by the openings that would be, or by what therapist-service says to it. */
@Component
final class Answering {

    private final PreviewOpenings previews;

    Answering(PreviewOpenings previews) {
        this.previews = previews;
    }

    /**
     * By the button that was pressed.
     *
     * @param from where the preview begins; null for today
     */
    Mono<ResponseEntity<String>> answer(SentForm sent, MultiValueMap<String, String> form, @Nullable LocalDate from) {
        return FormFields.line(form, "do").equals("save")
                ? save(sent, form.getOrDefault("accept", List.of()))
                : preview(sent, treatment(FormFields.line(form, "previewOf")), from);
    }

    private Mono<ResponseEntity<String>> preview(
            SentForm sent, @Nullable TreatmentId treatment, @Nullable LocalDate from) {
        Editing editing = sent.editing();
        if (editing.known().isEmpty()) {
            return sent.draw(Said.notice("not-known"), HttpStatus.OK);
        }
        Listing listing = editing.known().get();
        ChangedListing.Read read = sent.over(listing);
        Listing then = read.listing();
        if (then == null) {
            Map<String, String> faults = new LinkedHashMap<>();
            read.faults()
                    .forEach((pointer, key) ->
                            faults.put(pointer, editing.words().of(key)));
            return sent.draw(Said.wrong(faults), HttpStatus.BAD_REQUEST);
        }
        return previews.compare(editing.staff().colleague(), listing, then, treatment, from)
                .flatMap(preview -> sent.draw(Said.showing(PreviewView.of(preview, editing.words())), HttpStatus.OK));
    }

    private static Mono<ResponseEntity<String>> save(SentForm sent, List<String> accepted) {
        return sent.send(accepted).flatMap(outcome -> switch (outcome) {
            case Outcome.Saved _ -> Mono.just(sent.onward());
            case Outcome.Refused refused -> sent.draw(Said.wrong(sentences(refused.faults())), HttpStatus.BAD_REQUEST);
            case Outcome.VisitsAffected affected -> sent.draw(Said.affecting(affected.visits()), HttpStatus.CONFLICT);
            case Outcome.ChangedMeanwhile _ -> sent.drawAnew();
            case Outcome.NotAllowed _ -> sent.draw(Said.notice("not-allowed"), HttpStatus.FORBIDDEN);
            case Outcome.Gone _ -> Mono.error(new NotOffered.NoSuchTherapist());
            case Outcome.Away _ -> sent.draw(Said.notice("away"), HttpStatus.SERVICE_UNAVAILABLE);
        });
    }

    private static Map<String, String> sentences(List<FieldFault> faults) {
        Map<String, String> sentences = new LinkedHashMap<>();
        faults.forEach(fault -> sentences.putIfAbsent(fault.pointer(), fault.detail()));
        return sentences;
    }

    private static @Nullable TreatmentId treatment(String text) {
        try {
            return text.isEmpty() ? null : TreatmentId.of(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** Null for what is no date, or one that nobody means. */
    static @Nullable LocalDate date(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(date -> date.getYear() >= 2000 && date.getYear() < 2200)
                    .orElse(null);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
