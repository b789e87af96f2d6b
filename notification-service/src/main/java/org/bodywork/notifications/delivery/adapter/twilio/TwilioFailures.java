package org.bodywork.notifications.delivery.adapter.twilio;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.SendOutcome.Away;
import org.bodywork.notifications.delivery.domain.SendOutcome.NotNow;
import org.bodywork.notifications.delivery.domain.SendOutcome.Refusal;
import org.bodywork.notifications.delivery.domain.SendOutcome.Refused;
import org.bodywork.notifications.delivery.domain.SendOutcome.Unclear;
import org.bodywork.notifications.remote.NotCalled;

/** What a failed call to create a message means. The codes are Twilio's (twilio.com/docs/api/errors). */
final class TwilioFailures {

    /** The recipient replied with a stop word. */
    static final int OPTED_OUT = 21610;

    /** Not a number, cannot be reached from here, or cannot take text messages. */
    private static final Set<Integer> BAD_NUMBER = Set.of(21211, 21214, 21217, 21408, 21421, 21612, 21614);

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private TwilioFailures() {}

    static SendOutcome outcomeOf(Throwable error) {
        if (error instanceof TwilioError answer) {
            return outcomeOf(answer);
        }
        return error instanceof NotCalled || isBeforeRequest(error) ? new Away() : new Unclear();
    }

    static boolean isRefusal(Throwable error) {
        return outcomeOf(error) instanceof Refused;
    }

    private static SendOutcome outcomeOf(TwilioError answer) {
        if (answer.status() >= SERVER_ERROR) {
            // It may have failed after it took the message.
            return new Unclear();
        }
        return switch (answer.status()) {
            // Wrong credentials are ours to mend; the messages wait meanwhile.
            case UNAUTHORIZED, FORBIDDEN, TOO_MANY -> new NotNow(answer.retryAfter());
            default -> new Refused(refusal(answer.code()));
        };
    }

    private static Refusal refusal(int code) {
        if (code == OPTED_OUT) {
            return Refusal.OPTED_OUT;
        }
        return BAD_NUMBER.contains(code) ? Refusal.BAD_ADDRESS : Refusal.OTHER;
    }

    private static boolean isBeforeRequest(Throwable error) {
        return Stream.iterate(error, each -> each != null, Throwable::getCause)
                .anyMatch(each -> each instanceof ConnectException || each instanceof UnknownHostException);
    }
}
