package org.gongkai.platform.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** The auditor's page (审计记录). */
@Controller
class AuditPages {
    private final AuditDesk desk;
    private final AuditLines lines;
    private final Forms forms;

    AuditPages(AuditDesk desk, AuditLines lines, Forms forms) {
        this.desk = desk;
        this.lines = lines;
        this.forms = forms;
    }

    @GetMapping("/desk/audit")
    String list(
            @ModelAttribute("form") AuditForm form,
            Model model,
            HttpServletResponse response,
            Paging paging,
            Actor actor) {
        model.addAttribute("shown", Items.whole(List.of()));
        model.addAttribute("csv", address("/desk/audit/export.csv", form, null));
        model.addAttribute("json", address("/desk/audit/export.json", form, null));
        return forms.send(
                model,
                response,
                () -> {
                    var shown = desk.read(actor, form.filter(), paging).map(lines::line);
                    model.addAttribute("shown", shown);
                    if (shown.next() != null) {
                        model.addAttribute("more", address("/desk/audit", form, shown.next()));
                    }
                    return "audit/list";
                },
                () -> "audit/list");
    }

    private static String address(String path, AuditForm form, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path);
        form.typed().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().buildAndExpand(form.typed()).toUriString();
    }
}
