package org.gongkai.platform.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Sends a form off, or shows it again with what to mend and everything typed kept (表单重填).
 *
 * <pre>{@code
 * @PostMapping("/desk/notices")
 * String save(@ModelAttribute("form") NoticeForm form, Model model, HttpServletResponse response, Actor actor) {
 *     return forms.send(model, response,
 *             () -> "redirect:/desk/notices/" + desk.enter(actor, form.notice()),
 *             () -> formPage(model, actor));
 * }
 * }</pre>
 *
 * <p>The form is a record of texts, so that whatever was typed can be shown again. The page finds
 * what is wrong under {@code problems}.
 */
@Component
public class Forms {
    private static final Set<RefusalKind> MENDABLE =
            EnumSet.of(
                    RefusalKind.INVALID,
                    RefusalKind.NOT_POSSIBLE_NOW,
                    RefusalKind.STALE,
                    RefusalKind.TOO_LARGE,
                    RefusalKind.UNSUPPORTED,
                    RefusalKind.TOO_MANY);

    /** Does the work; when it is refused, puts the problems into the model and shows the form. */
    public String send(
            Model model,
            HttpServletResponse response,
            Supplier<String> work,
            Supplier<String> formAgain) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (!MENDABLE.contains(refusal.kind())) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute("problems", Problems.of(refusal));
            return formAgain.get();
        }
    }
}
