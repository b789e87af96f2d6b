package org.bodywork.notifications.delivery.adapter.smtp;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.SendOutcome.Away;
import org.bodywork.notifications.delivery.domain.SendOutcome.NotNow;
import org.bodywork.notifications.delivery.domain.SendOutcome.Refusal;
import org.bodywork.notifications.delivery.domain.SendOutcome.Refused;
import org.bodywork.notifications.delivery.domain.SendOutcome.Unclear;
import org.bodywork.notifications.remote.NotCalled;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/** What a failed attempt means. The reply codes are those of RFC 5321: 4yz may pass, 5yz is final. */
final class MailFailures {

    private static final int FINAL_FROM = 500;
    private static final int TRANSIENT_FROM = 400;
    private static final int NO_CODE = -1;

    private MailFailures() {}

    static SendOutcome outcomeOf(Throwable error) {
        return switch (error) {
            case NotCalled _, NotConnected _ -> new Away();
            case MailPreparationException _ -> new Refused(Refusal.BAD_ADDRESS);
            case MailSendException failed -> outcomeOf(failed);
            default -> new Unclear();
        };
    }

    static boolean isRefusal(Throwable error) {
        return outcomeOf(error) instanceof Refused;
    }

    private static SendOutcome outcomeOf(MailSendException failed) {
        OptionalInt code = replyCode(failed);
        if (code.isEmpty() || code.getAsInt() < TRANSIENT_FROM) {
            return new Unclear();
        }
        return code.getAsInt() < FINAL_FROM ? new NotNow(Duration.ZERO) : new Refused(refusal(failed));
    }

    private static Refusal refusal(MailSendException failed) {
        boolean address = chain(failed).anyMatch(SMTPAddressFailedException.class::isInstance);
        return address ? Refusal.BAD_ADDRESS : Refusal.OTHER;
    }

    private static OptionalInt replyCode(MailSendException failed) {
        return chain(failed)
                .mapToInt(MailFailures::replyCode)
                .filter(code -> code > 0)
                .max();
    }

    private static int replyCode(Throwable error) {
        return switch (error) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> NO_CODE;
        };
    }

    /** Everything in it: Spring keeps a message's failure beside the cause, Jakarta Mail chains the next one. */
    private static Stream<Throwable> chain(MailSendException failed) {
        List<Throwable> all = new ArrayList<>();
        for (Exception message : failed.getMessageExceptions()) {
            addWithNext(all, message);
        }
        addWithNext(all, failed.getCause());
        return all.stream();
    }

    private static void addWithNext(List<Throwable> all, @Nullable Throwable error) {
        for (Throwable each = error; each != null; each = next(each)) {
            all.add(each);
        }
    }

    private static @Nullable Throwable next(Throwable error) {
        return error instanceof MessagingException chained ? chained.getNextException() : error.getCause();
    }
}
