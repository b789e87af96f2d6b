package org.bodywork.platform.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.MimeType;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** What Spring refuses before a controller sees it. Its own texts may repeat what was sent, so they are not used. */
final class FrameworkProblems {

    private FrameworkProblems() {}

    static @Nullable Problem of(Throwable error) {
        return switch (error) {
            case DataBufferLimitException _ -> ofStatus(413);
            case ServerWebInputException input -> ofInput(input);
            case MethodNotAllowedException method ->
                ofStatus(405).withHeader(HttpHeaders.ALLOW, joined(method.getSupportedMethods()));
            case UnsupportedMediaTypeStatusException media ->
                ofStatus(415)
                        .withHeader(
                                HttpHeaders.ACCEPT,
                                media.getSupportedMediaTypes().stream()
                                        .map(MimeType::toString)
                                        .distinct()
                                        .collect(Collectors.joining(", ")));
            case ResponseStatusException status
            when status.getStatusCode().value() < 500 ->
                ofStatus(status.getStatusCode().value());
            case ResponseStatusException status when status.getStatusCode().value() == 503 -> DependencyProblems.away();
            default -> null;
        };
    }

    private static Problem ofInput(ServerWebInputException error) {
        MethodParameter parameter = error.getMethodParameter();
        return switch (error) {
            case MissingRequestValueException missing ->
                invalid(missing.getName(), "The " + missing.getLabel() + " is required.");
            case WebExchangeBindException binding ->
                Problem.invalid(binding.getFieldErrors().stream()
                        .map(FrameworkProblems::fault)
                        .distinct()
                        .toList());
            default -> parameter == null ? ofStatus(400) : ofParameter(parameter);
        };
    }

    private static FieldFault fault(FieldError error) {
        return new FieldFault("/" + error.getField(), "This value is not valid.");
    }

    private static Problem ofParameter(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return Problem.invalid(List.of(new FieldFault("", "A body is required.")));
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            // What cannot be an id names nothing.
            return ofStatus(404);
        }
        return invalid(nameOf(parameter), "This is not a valid " + expected(parameter) + ".");
    }

    private static Problem invalid(String name, String detail) {
        return Problem.invalid(List.of(new FieldFault("/" + name, detail)));
    }

    private static String nameOf(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        String given = query != null ? query.name() : header != null ? header.name() : "";
        return given.isEmpty() ? Objects.requireNonNullElse(parameter.getParameterName(), "") : given;
    }

    private static String expected(MethodParameter parameter) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "whole number";
            case "double", "Double", "BigDecimal" -> "number";
            case "boolean", "Boolean" -> "true or false";
            case "LocalDate" -> "date, such as 2026-03-09";
            case "OffsetDateTime", "Instant" -> "date and time with offset, such as 2026-03-09T10:00:00-05:00";
            case "UUID" -> "UUID";
            default -> "value";
        };
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "invalid-request", "The request is not valid", "This cannot be understood.");
            case 404 -> Problem.notFound("There is nothing here.");
            case 405 ->
                Problem.of(405, "method-not-allowed", "Method not allowed", "This cannot be done here; see Allow.");
            case 406 ->
                Problem.of(406, "not-acceptable", "Not acceptable", "This cannot be had in a form that you accept.");
            case 413 -> Problem.of(413, "too-large", "Too large", "A body may have at most 64 KB.");
            case 412 -> Problem.outdated();
            case 428 ->
                Problem.of(
                        428,
                        "precondition-required",
                        "If-Match is required",
                        "Read it first, and send its ETag in If-Match.");
            case 415 ->
                Problem.of(
                        415,
                        "unsupported-media-type",
                        "Unsupported media type",
                        "Send the body in a form that Accept names.");
            default -> {
                HttpStatus known = HttpStatus.resolve(status);
                String title = known == null ? "Refused" : known.getReasonPhrase();
                yield Problem.of(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, "This is refused.");
            }
        };
    }
}
