package org.bodywork.platform.web;

import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;

/** Stops the start when a controller would read a body leniently, or a body's schema is missing. */
final class BodyTypes implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping controllers;
    private final RequestSchemas schemas;

    BodyTypes(RequestMappingHandlerMapping controllers, RequestSchemas schemas) {
        this.controllers = controllers;
        this.schemas = schemas;
    }

    @Override
    public void afterSingletonsInstantiated() {
        controllers.getHandlerMethods().values().stream()
                .flatMap(BodyTypes::bodies)
                .forEach(this::check);
    }

    private static Stream<MethodParameter> bodies(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    private void check(MethodParameter parameter) {
        ResolvableType declared = ResolvableType.forMethodParameter(parameter);
        Class<?> type = (declared.toClass() == Mono.class ? declared.getGeneric() : declared).toClass();
        Body body = type.getAnnotation(Body.class);
        if (body == null) {
            throw new IllegalStateException(
                    "%s reads a body as %s, which is not marked @Body: it would be read leniently"
                            .formatted(parameter.getExecutable(), type.getName()));
        }
        schemas.named(body.value());
    }
}
