package org.gongkai.opengov.requests.web;

import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.requests.ApplicantClass;
import org.gongkai.opengov.requests.DeliveryWay;
import org.gongkai.opengov.requests.IdentityKind;
import org.gongkai.opengov.requests.IntakeChannel;
import org.gongkai.opengov.requests.RequestOrder;
import org.gongkai.opengov.requests.RequestScope;
import org.gongkai.opengov.requests.RequestStage;
import org.gongkai.opengov.requests.WantedForm;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What can be chosen in the forms of a request (选项). */
@Component
class RequestChoices {
    private final Wording wording;

    RequestChoices(Wording wording) {
        this.wording = wording;
    }

    /** Everything that the form of a request offers. */
    void addTo(Model model) {
        model.addAttribute(
                "classes",
                Arrays.stream(ApplicantClass.values())
                        .map(it -> choice("requests.class.", it.name(), it.slug()))
                        .toList());
        model.addAttribute(
                "identityKinds",
                Arrays.stream(IdentityKind.values())
                        .map(it -> choice("requests.identity.", it.name(), it.slug()))
                        .toList());
        model.addAttribute(
                "numberKinds",
                Arrays.stream(IdentityKind.values())
                        .filter(IdentityKind::hasNumber)
                        .map(it -> choice("requests.identity.", it.name(), it.slug()))
                        .toList());
        model.addAttribute(
                "wantedForms",
                Arrays.stream(WantedForm.values())
                        .map(it -> choice("requests.form.", it.name(), it.slug()))
                        .toList());
        model.addAttribute(
                "deliveries",
                Arrays.stream(DeliveryWay.values())
                        .map(it -> choice("requests.delivery.", it.name(), it.slug()))
                        .toList());
    }

    /** The channels by which staff takes requests in. */
    List<Choice> channels() {
        return Arrays.stream(IntakeChannel.values())
                .filter(it -> it != IntakeChannel.ONLINE)
                .map(
                        it ->
                                new Choice(
                                        it.slug(),
                                        wording.say("requests.channel." + it.name()),
                                        wording.say("requests.channel.about." + it.name())))
                .toList();
    }

    List<Choice> allChannels() {
        return Arrays.stream(IntakeChannel.values())
                .map(it -> choice("requests.channel.", it.name(), it.slug()))
                .toList();
    }

    List<Choice> stages() {
        return Arrays.stream(RequestStage.values())
                .map(it -> choice("requests.stage.", it.name(), it.slug()))
                .toList();
    }

    List<Choice> scopes() {
        return Arrays.stream(RequestScope.values())
                .filter(it -> it != RequestScope.ALL)
                .map(it -> choice("requests.scope.", it.name(), it.slug()))
                .toList();
    }

    List<Choice> orders() {
        return Arrays.stream(RequestOrder.values())
                .map(it -> choice("requests.order.", it.name(), it.slug()))
                .toList();
    }

    private Choice choice(String key, String name, String slug) {
        return Choice.of(slug, wording.say(key + name));
    }
}
