package org.bodywork.platform.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedAddressesTest {

    private static final InetSocketAddress NAME = InetSocketAddress.createUnresolved("calendar.example", 443);

    @Test
    void areCheckedEachTimeTheNameIsLookedUp() {
        AddressResolver<InetSocketAddress> resolver = resolver(List.of(List.of("93.184.215.14"), List.of("127.0.0.1")));

        Future<InetSocketAddress> first = resolver.resolve(NAME);
        Future<InetSocketAddress> rebound = resolver.resolve(NAME);

        assertThat(first.getNow().getAddress()).isEqualTo(InetAddress.ofLiteral("93.184.215.14"));
        assertThat(rebound.cause()).isInstanceOf(CheckedAddresses.NotPublic.class);
    }

    @Test
    void areRefusedTogetherWhenOneOfThemIsOurs() {
        Future<List<InetSocketAddress>> found =
                resolver(List.of(List.of("93.184.215.14", "169.254.169.254"))).resolveAll(NAME);

        assertThat(found.cause()).isInstanceOf(CheckedAddresses.NotPublic.class);
    }

    @Test
    void areCheckedWhenTheyComeInsteadOfAName() {
        Future<List<InetSocketAddress>> found =
                resolver(List.of()).resolveAll(new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 443));

        assertThat(found.cause()).isInstanceOf(CheckedAddresses.NotPublic.class);
    }

    private static AddressResolver<InetSocketAddress> resolver(List<List<String>> answers) {
        Deque<List<String>> next = new ArrayDeque<>(answers);
        AddressResolverGroup<InetSocketAddress> names = new AddressResolverGroup<>() {
            @Override
            protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
                return new InetSocketAddressResolver(executor, new Answering(executor, next));
            }
        };
        return new CheckedAddresses(names, new PublicAddresses()).getResolver(ImmediateEventExecutor.INSTANCE);
    }

    /** A name server that says something else each time. */
    private static final class Answering extends InetNameResolver {

        private final Deque<List<String>> next;

        Answering(EventExecutor executor, Deque<List<String>> next) {
            super(executor);
            this.next = next;
        }

        @Override
        protected void doResolve(String name, Promise<InetAddress> promise) {
            promise.setSuccess(InetAddress.ofLiteral(next.remove().getFirst()));
        }

        @Override
        protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
            promise.setSuccess(
                    next.remove().stream().map(InetAddress::ofLiteral).toList());
        }
    }
}
