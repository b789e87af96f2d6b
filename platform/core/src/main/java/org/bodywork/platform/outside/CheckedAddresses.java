package org.bodywork.platform.outside;

import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds addresses and hands on only those that the rule allows. What is checked is what is connected to: nobody resolves
 * the name a second time, and an address written into the URL is looked at too.
 */
public final class CheckedAddresses extends AddressResolverGroup<InetSocketAddress> {

    private final AddressResolverGroup<InetSocketAddress> names;
    private final AddressRule rule;

    CheckedAddresses(AddressResolverGroup<InetSocketAddress> names, AddressRule rule) {
        this.names = names;
        this.rule = rule;
    }

    /** Those that the name servers of this machine know. */
    public static CheckedAddresses byDns(AddressRule rule) {
        return new CheckedAddresses(
                new DnsAddressResolverGroup(new DnsNameResolverBuilder().datagramChannelType(NioDatagramChannel.class)),
                rule);
    }

    /** Whether a call failed because its name leads to where we do not go. */
    public static boolean refused(Throwable error) {
        return Stream.iterate(error, each -> each != null, Throwable::getCause).anyMatch(NotPublic.class::isInstance);
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        AddressResolver<InetSocketAddress> resolver = names.getResolver(executor);
        return new AbstractAddressResolver<>(executor, InetSocketAddress.class) {

            // Never: then nobody would ask us.
            @Override
            protected boolean doIsResolved(InetSocketAddress address) {
                return false;
            }

            @Override
            protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
                resolver.resolve(unresolved).addListener((Future<InetSocketAddress> found) -> {
                    if (found.isSuccess()) {
                        settle(List.of(found.getNow()), found.getNow(), promise);
                    } else {
                        promise.tryFailure(found.cause());
                    }
                });
            }

            @Override
            protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise) {
                resolver.resolveAll(unresolved).addListener((Future<List<InetSocketAddress>> found) -> {
                    if (found.isSuccess()) {
                        settle(found.getNow(), found.getNow(), promise);
                    } else {
                        promise.tryFailure(found.cause());
                    }
                });
            }
        };
    }

    /** A name that leads to one address of ours beside others is up to something. */
    private <T> void settle(List<InetSocketAddress> found, T answer, Promise<T> promise) {
        if (found.stream().allMatch(each -> rule.allows(each.getAddress()))) {
            promise.trySuccess(answer);
        } else {
            promise.tryFailure(new NotPublic());
        }
    }

    /** The name leads to where we do not go. */
    static final class NotPublic extends RuntimeException {
        NotPublic() {
            super("the address is not a public one", null, false, false);
        }
    }
}
