package org.bodywork.notifications.notification.adapter.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.notification.domain.MessageKind;

/** The messages in English. */
final class English implements Phrases {

    @Override
    public Locale language() {
        return Locale.US;
    }

    @Override
    public String subject(MessageKind kind, VisitFacts visit) {
        return switch (kind) {
            case REQUEST_RECEIVED -> "Your request is with " + visit.practice();
            case CONFIRMATION -> "Confirmed: " + visit.when();
            case PROPOSAL -> visit.practice() + " proposes another time";
            case MOVED -> "Moved: " + visit.when();
            case MOVE_PROPOSED -> visit.practice() + " asks to move your visit";
            case NOT_MOVED -> "Your visit stays: " + visit.when();
            case DECLINED -> visit.practice() + " cannot take your visit";
            case CANCELLATION -> "Cancelled: " + visit.when();
            case EXPIRED -> visit.practice() + " did not answer in time";
            case REMINDER -> "Reminder: " + visit.when();
            case NEW_LINK -> "A new link for your visit: " + visit.when();
        };
    }

    @Override
    public String greeting(VisitFacts visit) {
        return "Hello " + visit.client() + ",";
    }

    @Override
    public List<String> paragraphs(MessageKind kind, VisitFacts visit) {
        return switch (kind) {
            case REQUEST_RECEIVED ->
                List.of(
                        "We passed your request on to " + visit.practice() + ". Your time is held until they answer.",
                        "You will hear from us as soon as they do.");
            case CONFIRMATION ->
                List.of("Your visit is confirmed.", "If something comes up, you can change or cancel it any time.");
            case PROPOSAL ->
                List.of(
                        visit.practice() + " cannot take you at the time you asked for, but at the one below.",
                        "It is held for you. Please say yes or no soon, with the link.");
            case MOVED -> List.of("Your visit has moved to the time below.", "The earlier time no longer stands.");
            case MOVE_PROPOSED ->
                List.of(
                        visit.practice() + " asks to move your visit. The other time is behind the link.",
                        "Until you have answered, your visit stays at the time below.");
            case NOT_MOVED ->
                List.of("Your visit was not moved: it stays at the time below. There is nothing you need to do.");
            case DECLINED ->
                List.of(
                        "We are sorry: " + visit.practice() + " cannot take your visit at this time.",
                        "Nothing is booked. You are welcome to choose another time.");
            case CANCELLATION ->
                visit.cancelledByClient()
                        ? List.of("You cancelled this visit. There is nothing else you need to do.")
                        : List.of(
                                "We are sorry: " + visit.practice() + " had to cancel your visit.",
                                "You are welcome to choose another time.");
            case EXPIRED ->
                List.of(
                        "We are sorry: " + visit.practice() + " did not answer your request in time.",
                        "Nothing is booked. You are welcome to choose another time.");
            case REMINDER ->
                List.of("This is a reminder of your visit.", "If you cannot come, please change or cancel it now.");
            case NEW_LINK ->
                List.of(
                        "Your visit has a new link. The one in earlier messages opens nothing any more.",
                        "Nothing else about your visit has changed.");
        };
    }

    @Override
    public List<Fact> facts(VisitFacts visit) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("When", visit.when()));
        visit.therapist().ifPresent(name -> facts.add(new Fact("With", name)));
        facts.add(new Fact("Practice", visit.practice()));
        visit.address().ifPresent(address -> facts.add(new Fact("Where", address)));
        visit.phone().ifPresent(phone -> facts.add(new Fact("Phone", phone)));
        return List.copyOf(facts);
    }

    @Override
    public String link() {
        return "See, change or cancel your visit";
    }

    @Override
    public String closing(VisitFacts visit) {
        return visit.practice();
    }

    @Override
    public String sms(MessageKind kind, VisitFacts visit) {
        String practice = visit.practice();
        String when = visit.when();
        return switch (kind) {
            case REQUEST_RECEIVED -> practice + ": request received for " + when + ". Details: " + visit.manage();
            case CONFIRMATION -> practice + ": visit confirmed, " + when + ". Change: " + visit.manage();
            case PROPOSAL -> practice + " proposes " + when + ". Answer: " + visit.manage();
            case MOVED -> practice + ": visit moved to " + when + ". Details: " + visit.manage();
            case MOVE_PROPOSED -> practice + " asks to move your visit " + when + ". Answer: " + visit.manage();
            case NOT_MOVED -> practice + ": not moved, see you " + when + ". Details: " + visit.manage();
            case DECLINED -> practice + " cannot take your visit " + when + ". Details: " + visit.manage();
            case CANCELLATION -> practice + ": visit cancelled, " + when + ". Details: " + visit.manage();
            case EXPIRED -> practice + ": no answer in time for " + when + ", not booked. " + visit.manage();
            case REMINDER -> practice + ": see you " + when + ". Change: " + visit.manage();
            case NEW_LINK -> practice + ": new link for your visit " + when + ". " + visit.manage();
        };
    }
}
