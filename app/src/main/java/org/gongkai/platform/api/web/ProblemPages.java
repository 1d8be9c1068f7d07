package org.gongkai.platform.api.web;

import java.util.Arrays;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The documented list of problem types (错误类型), at the addresses that problems carry as their type.
 */
@Controller
class ProblemPages {

    @GetMapping("/problems")
    String all(Model model) {
        model.addAttribute("kinds", RefusalKind.values());
        return "api/problems";
    }

    @GetMapping("/problems/{slug}")
    String one(@PathVariable String slug, Model model) {
        var kind =
                Arrays.stream(RefusalKind.values())
                        .filter(it -> it.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        model.addAttribute("kind", kind);
        return "api/problem";
    }
}
