package org.bodywork.notifications.notification.adapter.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.notification.adapter.wording.VisitFacts.Changes;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;

/** The messages in Spanish, as it is written in the United States. */
final class Spanish implements Phrases {

    @Override
    public Locale language() {
        return Locale.of("es", "US");
    }

    @Override
    public String subject(MessageKind kind, VisitFacts visit) {
        return switch (kind) {
            case REQUEST_RECEIVED -> "Su solicitud está en manos de " + visit.practice();
            case CONFIRMATION -> "Cita confirmada: " + visit.when();
            case PROPOSAL -> visit.practice() + " le propone otra hora";
            case MOVED -> "Nueva hora: " + visit.when();
            case MOVE_PROPOSED -> visit.practice() + " le pide cambiar la hora de su cita";
            case NOT_MOVED -> "Su cita sigue igual: " + visit.when();
            case DECLINED -> visit.practice() + " no puede atender su cita";
            case CANCELLATION -> "Cita cancelada: " + visit.when();
            case EXPIRED -> visit.practice() + " no respondió a tiempo";
            case REMINDER -> "Recordatorio: " + visit.when();
            case CHANGED -> "Su cita cambió: " + visit.when();
            case INTAKE_MISSING -> "Unas preguntas antes de su cita: " + visit.when();
            case FOLLOW_UP -> "¿Cómo está después de su cita?";
            case REVIEW_REQUEST -> "¿Cómo fue su cita en " + visit.practice() + "?";
            case NEW_BOOKING -> "Cita nueva: " + visit.when();
            case REQUEST_WAITING -> "Un cliente espera su respuesta: " + visit.when();
            case REQUEST_STILL_WAITING -> "Todavía espera su respuesta: " + visit.when();
            case VISIT_CANCELLED -> "No tendrá lugar: " + visit.when();
            case VISIT_MOVED -> "Una cita cambió de hora: " + visit.when();
            case VISIT_STAYS -> "Una cita sigue igual: " + visit.when();
            case REVIEW_NEEDED -> "Revise una cita, por favor: " + visit.when();
            case NEW_LINK -> "Enlace nuevo para su cita: " + visit.when();
        };
    }

    @Override
    public String greeting(VisitFacts visit) {
        return visit.reader().map(name -> "Hola, " + name + ":").orElse("Hola:");
    }

    @Override
    public List<String> paragraphs(MessageKind kind, VisitFacts visit) {
        return switch (kind) {
            case REQUEST_RECEIVED ->
                List.of(
                        "Enviamos su solicitud a " + visit.practice() + ". Le guardamos la hora hasta que respondan.",
                        "Le avisaremos en cuanto haya respuesta.");
            case CONFIRMATION ->
                List.of(
                        "Su cita está confirmada.",
                        "Si surge algo, puede cambiarla o cancelarla en cualquier momento.");
            case PROPOSAL ->
                List.of(
                        visit.practice() + " no puede atenderle a la hora que pidió, pero sí a la de abajo.",
                        "Se la guardamos. Responda pronto con el enlace si le conviene o no, por favor.");
            case MOVED -> List.of("Su cita cambió a la hora de abajo.", "La hora anterior ya no vale.");
            case MOVE_PROPOSED ->
                List.of(
                        visit.practice() + " le pide cambiar la hora de su cita. La otra hora está en el enlace.",
                        "Mientras no responda, su cita sigue a la hora de abajo.");
            case NOT_MOVED -> List.of("Su cita no se cambió: sigue a la hora de abajo. No tiene que hacer nada.");
            case DECLINED ->
                List.of(
                        "Lo sentimos: " + visit.practice() + " no puede atenderle a esa hora.",
                        "No hay nada reservado. Puede elegir otra hora cuando guste.");
            case CANCELLATION ->
                visit.cancelledByClient()
                        ? List.of("Usted canceló esta cita. No tiene que hacer nada más.")
                        : List.of(
                                "Lo sentimos: " + visit.practice() + " tuvo que cancelar su cita.",
                                "Puede elegir otra hora cuando guste.");
            case EXPIRED ->
                List.of(
                        "Lo sentimos: " + visit.practice() + " no respondió a tiempo a su solicitud.",
                        "No hay nada reservado. Puede elegir otra hora cuando guste.");
            case REMINDER ->
                List.of("Le recordamos su cita.", "Si no puede venir, cámbiela o cancélela ahora, por favor.");
            case CHANGED -> changes(visit.changes());
            case INTAKE_MISSING ->
                List.of(
                        "Antes de su cita, " + visit.practice() + " quisiera saber algunas cosas.",
                        "Son unos minutos, con el enlace de abajo.");
            case FOLLOW_UP ->
                List.of(
                        "Gracias por su visita. Nos gustaría saber cómo está.",
                        "En el enlace puede contárnoslo, y ver qué puede ayudar entre una cita y otra.");
            case REVIEW_REQUEST ->
                List.of("¿Quiere contar a otros cómo fue su cita?", "Es un minuto, y ayuda a otras personas a elegir.");
            case NEW_BOOKING -> List.of("Alguien reservó una cita con usted.");
            case REQUEST_WAITING ->
                List.of(
                        "Un cliente espera su respuesta sobre la cita de abajo. La hora queda guardada hasta entonces.");
            case REQUEST_STILL_WAITING ->
                List.of("Pasó la mitad del tiempo para responder, y un cliente sigue esperando.");
            case VISIT_CANCELLED -> List.of("La cita de abajo no tendrá lugar. Su hora vuelve a estar libre.");
            case VISIT_MOVED -> List.of("Una cita cambió a la hora de abajo.");
            case VISIT_STAYS -> List.of("El cliente no puede a la otra hora: la cita sigue como abajo.");
            case REVIEW_NEEDED -> List.of("Revise, por favor, lo que escribió el cliente antes de la cita de abajo.");
            case NEW_LINK ->
                List.of(
                        "Su cita tiene un enlace nuevo. El de los mensajes anteriores ya no abre nada.",
                        "Nada más ha cambiado en su cita.");
        };
    }

    private static List<String> changes(Changes changes) {
        List<String> told = new ArrayList<>();
        told.add("Su cita cambió. Tendrá lugar como se indica abajo.");
        changes.earlierTime().ifPresent(time -> told.add("Tiene otra hora. Antes era " + time + "."));
        if (changes.therapist()) {
            told.add("Le atenderá otra persona.");
        }
        if (changes.place()) {
            told.add("Será en otro lugar.");
        }
        return List.copyOf(told);
    }

    @Override
    public List<Fact> facts(MessageKind kind, VisitFacts visit) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Cuándo", visit.when()));
        if (kind.audience() == Audience.STAFF) {
            facts.add(new Fact("Cliente", visit.client()));
        }
        visit.therapist().ifPresent(name -> facts.add(new Fact("Con", name)));
        facts.add(new Fact("Centro", visit.practice()));
        visit.address().ifPresent(address -> facts.add(new Fact("Dónde", address)));
        visit.phone().ifPresent(phone -> facts.add(new Fact("Teléfono", phone)));
        return List.copyOf(facts);
    }

    @Override
    public String link(MessageKind kind) {
        return switch (kind) {
            case INTAKE_MISSING -> "Responder las preguntas";
            case FOLLOW_UP -> "Contarnos cómo está";
            case REVIEW_REQUEST -> "Escribir una opinión";
            case REQUEST_WAITING, REQUEST_STILL_WAITING -> "Responder";
            default -> kind.audience() == Audience.STAFF ? "Abrir el calendario" : "Ver, cambiar o cancelar su cita";
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
            case REQUEST_RECEIVED -> practice + ": solicitud recibida, " + when + ". " + visit.link();
            case CONFIRMATION -> practice + ": cita confirmada, " + when + ". " + visit.link();
            case PROPOSAL -> practice + " le propone " + when + ". Responda: " + visit.link();
            case MOVED -> practice + ": nueva hora, " + when + ". " + visit.link();
            case MOVE_PROPOSED -> practice + " pide cambiar su cita, " + when + ". " + visit.link();
            case NOT_MOVED -> practice + ": su cita sigue " + when + ". " + visit.link();
            case DECLINED -> practice + " no puede atenderle " + when + ". " + visit.link();
            case CANCELLATION -> practice + ": cita cancelada, " + when + ". " + visit.link();
            case EXPIRED -> practice + ": sin respuesta, no reservada, " + when + ". " + visit.link();
            case REMINDER -> practice + ": le esperamos " + when + ". " + visit.link();
            case CHANGED -> practice + ": su cita cambió, ahora " + when + ". " + visit.link();
            case INTAKE_MISSING -> practice + ": preguntas antes de " + when + ". " + visit.link();
            case FOLLOW_UP -> practice + ": ¿cómo está tras " + when + "? " + visit.link();
            case REVIEW_REQUEST -> practice + ": ¿cómo fue " + when + "? " + visit.link();
            case NEW_BOOKING -> practice + ": cita nueva, " + when + ". " + visit.link();
            case REQUEST_WAITING -> practice + ": responda, " + when + ". " + visit.link();
            case REQUEST_STILL_WAITING -> practice + ": aún espera, " + when + ". " + visit.link();
            case VISIT_CANCELLED -> practice + ": no tendrá lugar, " + when + ". " + visit.link();
            case VISIT_MOVED -> practice + ": ahora es " + when + ". " + visit.link();
            case VISIT_STAYS -> practice + ": sigue igual, " + when + ". " + visit.link();
            case REVIEW_NEEDED -> practice + ": revise " + when + ". " + visit.link();
            case NEW_LINK -> practice + ": enlace nuevo, " + when + ". " + visit.link();
        };
    }
}
