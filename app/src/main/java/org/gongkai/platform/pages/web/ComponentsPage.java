package org.gongkai.platform.pages.web;

import java.util.List;
import java.util.Set;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The component page (组件一览): each component in each state, scheme and edition, looked at before a
 * change of the design is called done.
 */
@Controller
class ComponentsPage {
    private static final Set<String> SCHEMES =
            Set.of("light", "dark", "black-on-white", "yellow-on-black");

    private final ComponentSamples samples;

    ComponentsPage(ComponentSamples samples) {
        this.samples = samples;
    }

    @GetMapping("/desk/components")
    String show(
            @RequestParam(required = false) @Nullable String scheme,
            @RequestParam(required = false) @Nullable String edition,
            Model model) {
        if (scheme != null && SCHEMES.contains(scheme)) {
            model.addAttribute("scheme", scheme);
        }
        if ("elder".equals(edition)) {
            model.addAttribute("edition", edition);
        }
        model.addAttribute("none", Problems.none());
        model.addAttribute("wrong", wrong());
        model.addAttribute("samples", samples);
        return "pages/components";
    }

    private static Problems wrong() {
        return new Problems(
                List.of(
                                "wrong-title",
                                "wrong-ground",
                                "wrong-column",
                                "wrong-attribute",
                                "wrong-items",
                                "wrong-day",
                                "wrong-file")
                        .stream()
                        .map(name -> FieldProblem.of(name, "gallery." + name))
                        .toList());
    }
}
