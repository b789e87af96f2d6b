package org.bodywork.bookings.diary;

import java.util.List;
import java.util.Map;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.SiteLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What a form sent that could not be followed.
 *
 * @param part which form of the page it was; empty where none was
 * @param fault the key of the sentence that says why; empty where its fields say so
 * @param faults those of its fields
 * @param instead times that could be had
 */
record Typed(
        MultiValueMap<String, String> form,
        String part,
        String fault,
        Map<String, String> faults,
        List<String> instead,
        Note note) {

    static Typed nothing(Note note) {
        return new Typed(new LinkedMultiValueMap<>(), "", "", Map.of(), List.of(), note);
    }

    static Typed of(MultiValueMap<String, String> form, String part, String fault) {
        return new Typed(form, part, fault, Map.of(), List.of(), Note.NONE);
    }

    static Typed of(MultiValueMap<String, String> form, String part, Map<String, String> faults) {
        return new Typed(form, part, "", Map.copyOf(faults), List.of(), Note.NONE);
    }

    Typed offering(Refusal.CannotBook cannot, SiteLanguage language) {
        List<String> times = cannot.alternatives().stream()
                .map(opening -> language.time(opening.start()))
                .toList();
        return new Typed(form, part, fault, faults, times, note);
    }

    /** What a field of that form held. Public, since the page asks. */
    public String value(String asked, String name) {
        return asked.equals(part) ? FormFields.line(form, name) : "";
    }

    /** What a field of that form held, or what is there where it was not sent. */
    public String value(String asked, String name, String there) {
        return asked.equals(part) ? FormFields.line(form, name) : there;
    }

    /** The key of what is wrong with a field of that form; null where nothing is. */
    public @Nullable String fault(String asked, String name) {
        return asked.equals(part) ? faults.get(name) : null;
    }

    public boolean isTicked(String asked, String name, String value) {
        return asked.equals(part) && form.getOrDefault(name, List.of()).contains(value);
    }

    public boolean isWrong(String asked) {
        return asked.equals(part);
    }

    public String noteWords() {
        return note == Note.NONE ? "" : "visit.note." + note.inAddress();
    }

    /** Shows nothing of what was typed. */
    @Override
    public String toString() {
        return "a form";
    }
}
