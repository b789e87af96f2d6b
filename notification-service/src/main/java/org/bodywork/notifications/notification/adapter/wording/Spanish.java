package org.bodywork.notifications.notification.adapter.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.notification.domain.MessageKind;

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
            case NEW_LINK -> "Enlace nuevo para su cita: " + visit.when();
        };
    }

    @Override
    public String greeting(VisitFacts visit) {
        return "Hola, " + visit.client() + ":";
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
            case NEW_LINK ->
                List.of(
                        "Su cita tiene un enlace nuevo. El de los mensajes anteriores ya no abre nada.",
                        "Nada más ha cambiado en su cita.");
        };
    }

    @Override
    public List<Fact> facts(VisitFacts visit) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Cuándo", visit.when()));
        visit.therapist().ifPresent(name -> facts.add(new Fact("Con", name)));
        facts.add(new Fact("Centro", visit.practice()));
        visit.address().ifPresent(address -> facts.add(new Fact("Dónde", address)));
        visit.phone().ifPresent(phone -> facts.add(new Fact("Teléfono", phone)));
        return List.copyOf(facts);
    }

    @Override
    public String link() {
        return "Ver, cambiar o cancelar su cita";
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
            case REQUEST_RECEIVED -> practice + ": solicitud recibida, " + when + ". " + visit.manage();
            case CONFIRMATION -> practice + ": cita confirmada, " + when + ". " + visit.manage();
            case PROPOSAL -> practice + " le propone " + when + ". Responda: " + visit.manage();
            case MOVED -> practice + ": nueva hora, " + when + ". " + visit.manage();
            case MOVE_PROPOSED -> practice + " pide cambiar su cita, " + when + ". " + visit.manage();
            case NOT_MOVED -> practice + ": su cita sigue " + when + ". " + visit.manage();
            case DECLINED -> practice + " no puede atenderle " + when + ". " + visit.manage();
            case CANCELLATION -> practice + ": cita cancelada, " + when + ". " + visit.manage();
            case EXPIRED -> practice + ": sin respuesta, no reservada, " + when + ". " + visit.manage();
            case REMINDER -> practice + ": le esperamos " + when + ". " + visit.manage();
            case NEW_LINK -> practice + ": enlace nuevo, " + when + ". " + visit.manage();
        };
    }
}
