package org.bodywork.notifications.notification.adapter.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.notification.adapter.wording.VisitFacts.Changes;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;

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
            case CHANGED -> "Your visit has changed: " + visit.when();
            case INTAKE_MISSING -> "A few questions before your visit on " + visit.when();
            case FOLLOW_UP -> "How are you after your visit?";
            case REVIEW_REQUEST -> "How was your visit at " + visit.practice() + "?";
            case NEW_BOOKING -> "New visit: " + visit.when();
            case REQUEST_WAITING -> "A client waits for your answer: " + visit.when();
            case REQUEST_STILL_WAITING -> "Still waiting for your answer: " + visit.when();
            case VISIT_CANCELLED -> "Does not take place: " + visit.when();
            case VISIT_MOVED -> "A visit has moved: " + visit.when();
            case VISIT_STAYS -> "A visit stays: " + visit.when();
            case REVIEW_NEEDED -> "Please look at a visit: " + visit.when();
            case NEW_LINK -> "A new link for your visit: " + visit.when();
        };
    }

    @Override
    public String greeting(VisitFacts visit) {
        return visit.reader().map(name -> "Hello " + name + ",").orElse("Hello,");
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
            case CHANGED -> changes(visit.changes());
            case INTAKE_MISSING ->
                List.of(
                        "Before you come, " + visit.practice() + " would like to know a few things.",
                        "It takes some minutes, with the link below.");
            case FOLLOW_UP ->
                List.of(
                        "Thank you for your visit. We would like to hear how you are.",
                        "Behind the link you can tell us, and find what may help between visits.");
            case REVIEW_REQUEST ->
                List.of("Would you tell others how your visit was?", "It takes a minute and helps people choose.");
            case NEW_BOOKING -> List.of("A visit was booked with you.");
            case REQUEST_WAITING ->
                List.of("A client waits for your answer about the visit below. The time is held until then.");
            case REQUEST_STILL_WAITING -> List.of("Half of the time to answer has passed, and a client still waits.");
            case VISIT_CANCELLED -> List.of("The visit below does not take place. Its time is free again.");
            case VISIT_MOVED -> List.of("A visit has moved to the time below.");
            case VISIT_STAYS -> List.of("The client cannot come at the other time: the visit stays as below.");
            case REVIEW_NEEDED -> List.of("Please look at what the client wrote before the visit below.");
            case NEW_LINK ->
                List.of(
                        "Your visit has a new link. The one in earlier messages opens nothing any more.",
                        "Nothing else about your visit has changed.");
        };
    }

    private static List<String> changes(Changes changes) {
        List<String> told = new ArrayList<>();
        told.add("Your visit has changed. It takes place as below.");
        changes.earlierTime().ifPresent(time -> told.add("It has another time. Earlier it was " + time + "."));
        if (changes.therapist()) {
            told.add("Somebody else will look after you.");
        }
        if (changes.place()) {
            told.add("It takes place somewhere else.");
        }
        return List.copyOf(told);
    }

    @Override
    public List<Fact> facts(MessageKind kind, VisitFacts visit) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("When", visit.when()));
        if (kind.audience() == Audience.STAFF) {
            facts.add(new Fact("Client", visit.client()));
        }
        visit.therapist().ifPresent(name -> facts.add(new Fact("With", name)));
        facts.add(new Fact("Practice", visit.practice()));
        visit.address().ifPresent(address -> facts.add(new Fact("Where", address)));
        visit.phone().ifPresent(phone -> facts.add(new Fact("Phone", phone)));
        return List.copyOf(facts);
    }

    @Override
    public String link(MessageKind kind) {
        return switch (kind) {
            case INTAKE_MISSING -> "Answer the questions";
            case FOLLOW_UP -> "Tell us how you are";
            case REVIEW_REQUEST -> "Write a review";
            case REQUEST_WAITING, REQUEST_STILL_WAITING -> "Answer";
            default -> kind.audience() == Audience.STAFF ? "Open the calendar" : "See, change or cancel your visit";
        };
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
            case REQUEST_RECEIVED -> practice + ": request received for " + when + ". Details: " + visit.link();
            case CONFIRMATION -> practice + ": visit confirmed, " + when + ". Change: " + visit.link();
            case PROPOSAL -> practice + " proposes " + when + ". Answer: " + visit.link();
            case MOVED -> practice + ": visit moved to " + when + ". Details: " + visit.link();
            case MOVE_PROPOSED -> practice + " asks to move your visit " + when + ". Answer: " + visit.link();
            case NOT_MOVED -> practice + ": not moved, see you " + when + ". Details: " + visit.link();
            case DECLINED -> practice + " cannot take your visit " + when + ". Details: " + visit.link();
            case CANCELLATION -> practice + ": visit cancelled, " + when + ". Details: " + visit.link();
            case EXPIRED -> practice + ": no answer in time for " + when + ", not booked. " + visit.link();
            case REMINDER -> practice + ": see you " + when + ". Change: " + visit.link();
            case CHANGED -> practice + ": visit changed, now " + when + ". Details: " + visit.link();
            case INTAKE_MISSING -> practice + ": questions before " + when + ". " + visit.link();
            case FOLLOW_UP -> practice + ": how are you after " + when + "? " + visit.link();
            case REVIEW_REQUEST -> practice + ": how was " + when + "? " + visit.link();
            case NEW_BOOKING -> practice + ": new visit " + when + ". " + visit.link();
            case REQUEST_WAITING -> practice + ": please answer, " + when + ". " + visit.link();
            case REQUEST_STILL_WAITING -> practice + ": still waiting, " + when + ". " + visit.link();
            case VISIT_CANCELLED -> practice + ": off, " + when + ". " + visit.link();
            case VISIT_MOVED -> practice + ": moved to " + when + ". " + visit.link();
            case VISIT_STAYS -> practice + ": stays, " + when + ". " + visit.link();
            case REVIEW_NEEDED -> practice + ": please look at " + when + ". " + visit.link();
            case NEW_LINK -> practice + ": new link for your visit " + when + ". " + visit.link();
        };
    }
}
