package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.BlockTime;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.application.StaffQuery.Position;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Time that staff keep free of visits. */
@RestController
@RequestMapping("/api/blocks")
@Tag(name = "Blocks, for staff")
class BlockController {

    private final BlockTime blocks;
    private final BusinessClock clock;

    BlockController(BlockTime blocks, BusinessClock clock) {
        this.blocks = blocks;
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Keep a therapist's time free, for at most 24 hours and in steps of five minutes")
    @ApiResponse(responseCode = "201", description = "Kept free from now on")
    @ApiResponse(responseCode = "409", description = "visits-affected, with the visits that stand there")
    Mono<ResponseEntity<BlockView>> block(@RequestBody BlockRequest request, @Parameter(hidden = true) Caller caller) {
        return blocks.block(request.therapist(), request.span(clock.now()), request.reason(), Colleagues.of(caller))
                .map(block -> ResponseEntity.created(URI.create("/api/blocks/" + block.id()))
                        .body(BlockView.of(block)));
    }

    @GetMapping
    @Operation(summary = "Blocks that stand, in order of start: a manager's practice, a therapist's own")
    @Parameter(name = "from", description = "First local date of start")
    @Parameter(name = "to", description = "Last local date of start, inclusive")
    @Parameter(name = "after", description = "The `next` of the part before")
    @Parameter(name = "size", description = "1 to 100, 20 when not given")
    Mono<ListView> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) Caller caller) {
        StaffQuery query = StaffListRequest.read(parameters, Colleagues.of(caller));
        return blocks.list(query).collectList().map(found -> ListView.of(found, query.size()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give the time back; once given back, it may be asked again")
    Mono<Void> lift(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return blocks.lift(PathIds.appointment(id).orElseThrow(Refusal.NoSuchBlock::new), Colleagues.of(caller));
    }

    /** A block as staff see it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BlockView(
            String id,
            String therapistId,
            String start,
            String end,
            String zone,
            @Nullable String reason) {

        static BlockView of(Block block) {
            return new BlockView(
                    block.id().toString(),
                    block.therapist().toString(),
                    OffsetTimes.text(block.span().from().atZone(block.zone())),
                    OffsetTimes.text(block.span().until().atZone(block.zone())),
                    block.zone().getId(),
                    block.reason());
        }
    }

    /**
     * A part of a list.
     *
     * @param next what {@code after} continues with; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListView(List<BlockView> items, @Nullable String next) {

        /** One more than asked for was looked for, to know whether the list goes on. */
        static ListView of(List<Block> found, int size) {
            List<Block> shown = found.subList(0, Math.min(size, found.size()));
            String next = found.size() > size ? StaffListRequest.write(positionOf(shown.getLast())) : null;
            return new ListView(shown.stream().map(BlockView::of).toList(), next);
        }

        private static Position positionOf(Block block) {
            return new Position(block.span().from(), block.id());
        }
    }
}
