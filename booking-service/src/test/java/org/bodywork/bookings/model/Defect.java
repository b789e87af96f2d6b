package org.bodywork.bookings.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.bodywork.bookings.appointment.application.Appointments;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

/** Something wrong built into the writes of appointments, to see whether it is noticed. */
@FunctionalInterface
interface Defect {

    Defect NONE = (write, _) -> write.asItShouldBe();

    /** What happens in place of the write. */
    Mono<?> happens(Write write, ReactiveMongoTemplate mongo);

    default BeanPostProcessor in(BeanFactory beans) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Appointments real
                        ? broken(real, beans.getBean(ReactiveMongoTemplate.class))
                        : bean;
            }
        };
    }

    private Appointments broken(Appointments real, ReactiveMongoTemplate mongo) {
        return (Appointments) Proxy.newProxyInstance(
                Appointments.class.getClassLoader(),
                new Class<?>[] {Appointments.class},
                (_, method, arguments) ->
                        method.getName().equals("add") || method.getName().equals("apply")
                                ? happens(new Write(real, method, arguments), mongo)
                                : call(real, method, arguments));
    }

    private static Object call(Appointments real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * One call of {@link Appointments#add} or {@link Appointments#apply}.
     *
     * @param arguments the first of which is the appointment or its change
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Write(Appointments appointments, Method method, Object[] arguments) {

        Object what() {
            return arguments[0];
        }

        Mono<Object> asItShouldBe() {
            return of(what());
        }

        /** The same write of something else. */
        Mono<Object> of(Object other) {
            Object[] changed = arguments.clone();
            changed[0] = other;
            try {
                return ((Mono<?>) method.invoke(appointments, changed)).cast(Object.class);
            } catch (ReflectiveOperationException e) {
                return Mono.error(e);
            }
        }
    }
}
