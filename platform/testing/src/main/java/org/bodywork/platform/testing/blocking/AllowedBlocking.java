package org.bodywork.platform.testing.blocking;

import java.util.function.Predicate;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What blocks by name only, or is none of our code's business. Whatever we wrote ourselves has no place here. */
public final class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Reads /dev/urandom, which never waits.
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // A short lock of Netty's around its spare memory, taken when threads ask for much of it at once.
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate");
        // Short locks around a few fields of MongoDB's driver, and around Spring Data's map of what it knows of a
        // class.
        builder.allowBlockingCallsInside("com.mongodb.internal.Locks", "checkedWithLock");
        builder.allowBlockingCallsInside("com.mongodb.internal.Locks", "lockInterruptibly");
        builder.allowBlockingCallsInside(
                "org.springframework.data.mapping.context.AbstractMappingContext", "getPersistentEntity");
        builder.allowBlockingCallsInside(
                "org.springframework.data.mapping.context.AbstractMappingContext", "getPersistentEntities");
        // The same of Jackson, around making the reader of a class, once for each class.
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
        // A circuit breaker counts under a lock that is held for as long as adding takes.
        builder.allowBlockingCallsInside("io.github.resilience4j.core.metrics.FixedSizeSlidingWindowMetrics", "record");
        // Unpacks its native library at the first compressed answer, once in a process.
        builder.allowBlockingCallsInside("com.github.luben.zstd.util.Native", "load");
        // Looks static files up in jars, when somebody opens a page that is none of the hot ones.
        builder.allowBlockingCallsInside(
                "org.springframework.web.reactive.resource.PathResourceResolver", "getResource");
        builder.nonBlockingThreadPredicate(current -> current.or(AllowedBlocking::answersOfTheDatabaseRunOn)
                .and(Predicate.not(AllowedBlocking::isOfAServerOfTests)));
        // They wait for answers; what is then done with an answer must not.
        builder.allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "getTask");
        builder.allowBlockingCallsInside("sun.nio.ch.EPollPort$EventHandlerTask", "run");
        builder.allowBlockingCallsInside("sun.nio.ch.KQueuePort$EventHandlerTask", "run");
        builder.disallowBlockingCallsInside("sun.nio.ch.Invoker", "invokeUnchecked");
    }

    /** The JDK names the threads of its asynchronous channels so. */
    private static boolean answersOfTheDatabaseRunOn(Thread thread) {
        return thread.getName().startsWith("InnocuousThread-");
    }

    // The server in Java stands for another machine: how it works its requests off is not what is tested.
    private static boolean isOfAServerOfTests(Thread thread) {
        return thread.getName().startsWith("mongo-server-");
    }

    /** After Netty's and Reactor's own, which say what threads must not wait. */
    @Override
    public int compareTo(BlockHoundIntegration other) {
        return 1;
    }
}
