package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.requests.IntakeEntry;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where staff takes in what came by hand, post, fax, e-mail or from elsewhere (登记收到的申请). */
@Controller
class IntakePages {
    private final RequestDesk desk;
    private final RequestChoices choices;
    private final ProofUploads uploads;
    private final Forms forms;
    private final Clock clock;

    IntakePages(
            RequestDesk desk,
            RequestChoices choices,
            ProofUploads uploads,
            Forms forms,
            Clock clock) {
        this.desk = desk;
        this.choices = choices;
        this.uploads = uploads;
        this.forms = forms;
        this.clock = clock;
    }

    /** What the office adds to the form of the applicant. */
    public record Arrived(
            String channel,
            String arrivedOn,
            String evidence,
            String lateReason,
            String takenDown) {}

    @GetMapping("/desk/requests/new")
    String form(Actor actor, Model model) {
        requireTakesIn(actor);
        model.addAttribute("problems", Problems.none());
        return page(
                AskForm.empty(),
                new Arrived("", LocalDate.now(clock).toString(), "", "", ""),
                model);
    }

    @PostMapping("/desk/requests/new")
    String takeIn(
            Actor actor,
            @ModelAttribute AskForm typed,
            @RequestParam(required = false) @Nullable MultipartFile identityFile,
            @RequestParam(required = false) @Nullable MultipartFile mandateFile,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String arrivedOn,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String lateReason,
            @RequestParam(defaultValue = "") String takenDown,
            Model model,
            HttpServletResponse response) {
        var arrived = new Arrived(channel, arrivedOn, evidence, lateReason, takenDown);
        requireTakesIn(actor);
        AskForm form;
        try {
            form = uploads.kept(typed, identityFile, mandateFile, null);
        } catch (Refusal refused) {
            return forms.send(
                    model,
                    response,
                    () -> {
                        throw refused;
                    },
                    () -> page(typed, arrived, model));
        }
        return forms.send(
                model,
                response,
                () -> {
                    var entry =
                            new IntakeEntry(
                                    form.entry(),
                                    channel,
                                    arrivedOn,
                                    evidence,
                                    lateReason,
                                    takenDown.equals("yes"));
                    var receipt = desk.takeIn(actor, entry);
                    model.addAttribute("receipt", receipt);
                    model.addAttribute("alike", desk.one(actor, receipt.id()).alike());
                    return "requests/taken-in";
                },
                () -> page(form, arrived, model));
    }

    private static void requireTakesIn(Actor actor) {
        if (!RequestRights.takesIn(actor)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.intake");
        }
    }

    private String page(AskForm form, Arrived arrived, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("arrived", arrived);
        choices.addTo(model);
        model.addAttribute("channels", choices.channels());
        return "requests/take-in";
    }
}
