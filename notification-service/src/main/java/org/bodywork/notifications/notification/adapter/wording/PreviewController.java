package org.bodywork.notifications.notification.adapter.wording;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.LetterSample;
import org.bodywork.notifications.notification.adapter.wording.Previews.Kind;
import org.bodywork.notifications.notification.adapter.wording.Previews.Preview;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows staff what each message says, about something invented: nobody's data is in it. */
@RestController
@RequestMapping("/api/message-previews")
@Tag(name = "Messages")
class PreviewController {

    private final Previews previews;

    PreviewController(List<LetterSample> others) {
        this.previews = new Previews(others);
    }

    /** All kinds of messages and whom they are for. */
    record Kinds(List<Kind> items) {}

    @GetMapping
    @Operation(summary = "The kinds of messages, and whom they are for")
    Kinds kinds() {
        return new Kinds(previews.kinds());
    }

    @GetMapping("/{kind}")
    @Operation(
            summary = "One message about something invented, as email and as text message",
            description = "In English or Spanish; English for any other language. What goes by email only has no sms.")
    @ApiResponse(responseCode = "200", description = "As it would read")
    @ApiResponse(responseCode = "404", description = "There is no such kind", content = @Content)
    Preview preview(@PathVariable String kind, @RequestParam(defaultValue = "en") Locale language) {
        return previews.of(kind, Language.closestTo(language))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
