package org.bodywork.notifications.notification.adapter.wording;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.notification.adapter.wording.Previews.Preview;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff what each message says, with an invented visit: nobody's data is in it. */
@RestController
@RequestMapping("/api/message-previews")
@Tag(name = "Messages")
class PreviewController {

    private final Previews previews = new Previews();

    /** All kinds of messages and whom they are for. */
    record Kinds(List<Kind> items) {}

    record Kind(MessageKind kind, Audience audience) {}

    @GetMapping
    @Operation(summary = "The kinds of messages, and whom they are for")
    Kinds kinds() {
        return new Kinds(Arrays.stream(MessageKind.values())
                .map(kind -> new Kind(kind, kind.audience()))
                .toList());
    }

    @GetMapping("/{kind}")
    @Operation(
            summary = "One message about an invented visit, as email and as text message",
            description = "In English or Spanish; English for any other language.")
    Preview preview(@PathVariable MessageKind kind, @RequestParam(defaultValue = "en") Locale language) {
        return previews.of(kind, Language.closestTo(language));
    }
}
