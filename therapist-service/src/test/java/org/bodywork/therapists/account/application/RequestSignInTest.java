package org.bodywork.therapists.account.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.BrowserKey;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.SignIn;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RequestSignInTest {

    private static final EmailAddress LUCIA = new EmailAddress("lucia@demo.example");
    private static final EmailAddress NOBODY = new EmailAddress("nobody@demo.example");
    private static final Account ACCOUNT = Account.ofFirstOperator(LUCIA);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private final List<SignIn> opened = new ArrayList<>();

    @Test
    void takesTheSameStepsForAnAddressThatIsNobodys() {
        request(LUCIA, ACCOUNT);
        List<String> forAnAccount = List.copyOf(steps);
        steps.clear();
        request(NOBODY, ACCOUNT);

        assertThat(steps).isEqualTo(forAnAccount).containsExactly("count", "withEmail", "open");
        assertThat(opened.getFirst().account()).isEqualTo(ACCOUNT.id());
        assertThat(opened.getLast().account()).isNull();
    }

    @Test
    void anEndedAccountIsNobodys() {
        request(LUCIA, ACCOUNT.ended());

        assertThat(opened.getFirst().account()).isNull();
    }

    private void request(EmailAddress email, Account stored) {
        Accounts accounts = noting(Accounts.class, (proxy, method, given) -> {
            steps.add(method.getName());
            return Mono.just(stored).filter(account -> account.email().equals(given[0]));
        });
        SignIns signIns = noting(SignIns.class, (proxy, method, given) -> {
            steps.add(method.getName());
            opened.add((SignIn) given[0]);
            return Mono.empty();
        });
        SignInLimits limits = (address, from) -> Mono.fromRunnable(() -> steps.add("count"));
        Binding binding = Binding.to(BrowserKey.random(new SplittableRandom(7)), true);
        new RequestSignIn(accounts, signIns, limits, InstantSource.fixed(Instant.EPOCH))
                .request(email, InetAddress.getLoopbackAddress(), binding)
                .block(PATIENCE);
    }

    private static <T> T noting(Class<T> port, InvocationHandler handler) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
