package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.ReadAudit;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Everything that was done to one visit, and who has read its client's answers. */
@RestController
@Tag(name = "Appointments, for staff")
class AuditController {

    private final ReadAudit audit;

    AuditController(ReadAudit audit) {
        this.audit = audit;
    }

    @GetMapping("/api/appointments/{id}/audit")
    @Operation(
            summary = "Each change of the visit with its actor, reason, before and after, oldest first",
            description = "Holds neither contact nor health data. `next` is the following page, absent at the end.")
    Mono<AuditView> read(@PathVariable String id, Paging paging, @Parameter(hidden = true) Caller caller) {
        AppointmentId visit = PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
        return audit.read(visit, Colleagues.of(caller)).map(steps -> AuditView.of(steps, paging));
    }

    /**
     * A part of the trail.
     *
     * @param next the following page; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuditView(List<AuditStepView> items, @Nullable Integer next) {

        static AuditView of(List<ReadAudit.Step> steps, Paging paging) {
            int from = Math.min(paging.offset(), steps.size());
            int to = Math.min(from + paging.size(), steps.size());
            return new AuditView(
                    steps.subList(from, to).stream().map(AuditStepView::of).toList(),
                    to < steps.size() ? paging.page() + 1 : null);
        }
    }
}
