package org.gongkai.platform.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.platform.organization.AgencyEntry;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.OrganizationDesk;
import org.gongkai.platform.organization.PrefixEntry;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing the agency's particulars and its prefix (机关登记表单). */
@Controller
@RequestMapping("/desk/organization/agency")
class AgencyForms {
    private static final String PAGE = "/desk/organization/agency";

    private final OrganizationDesk desk;
    private final Organization organization;
    private final Assembly assembly;
    private final Forms forms;

    AgencyForms(OrganizationDesk desk, Organization organization, Assembly assembly, Forms forms) {
        this.desk = desk;
        this.organization = organization;
        this.assembly = assembly;
        this.forms = forms;
    }

    @GetMapping("/change")
    String change(Actor actor, Model model) {
        var it = organization.agency(actor.agency());
        var entry =
                new AgencyEntry(
                        it.key(),
                        it.name(),
                        it.shortName(),
                        it.region().value(),
                        it.departmentCode(),
                        it.siteIdCode(),
                        it.icpNumber(),
                        it.policeNumber(),
                        it.organMark(),
                        it.functions(),
                        it.address(),
                        it.officeHours(),
                        it.phone(),
                        it.fax(),
                        it.contact(),
                        assembly.today().toString());
        return changePage(it.version(), entry, model);
    }

    @PostMapping("/change")
    String changeAgency(
            @RequestParam @Nullable Long version,
            @ModelAttribute AgencyEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.changeAgency(actor, actor.agency(), version, entry);
                    return Done.at(PAGE, "agency-changed");
                },
                () -> changePage(version, entry, model));
    }

    @GetMapping("/prefix")
    String prefix(Model model) {
        var today = assembly.today().toString();
        return prefixPage(new PrefixEntry(null, today, null), model);
    }

    @PostMapping("/prefix")
    String beginPrefix(
            @ModelAttribute PrefixEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.beginPrefix(actor, actor.agency(), entry);
                    return Done.at(PAGE, "prefix-begun");
                },
                () -> prefixPage(entry, model));
    }

    private static String changePage(@Nullable Long version, AgencyEntry entry, Model model) {
        var fields =
                List.of(
                        FormField.hidden("version", version == null ? null : version.toString()),
                        FormField.line("name", entry.name()),
                        FormField.line("shortName", entry.shortName()),
                        FormField.line("region", entry.region()).withHint(),
                        FormField.line("departmentCode", entry.departmentCode()).withHint(),
                        FormField.line("siteIdCode", entry.siteIdCode()).withHint(),
                        FormField.line("icpNumber", entry.icpNumber()).withHint(),
                        FormField.line("policeNumber", entry.policeNumber()).withHint(),
                        FormField.line("organMark", entry.organMark()).withHint(),
                        FormField.paragraph("functions", entry.functions()),
                        FormField.line("address", entry.address()),
                        FormField.line("officeHours", entry.officeHours()),
                        FormField.line("phone", entry.phone()),
                        FormField.line("fax", entry.fax()),
                        FormField.line("contact", entry.contact()).withHint(),
                        FormField.day("from", entry.from()).withHint());
        return FormPage.about("agency", entry.name(), PAGE + "/change", PAGE, fields).show(model);
    }

    private static String prefixPage(PrefixEntry entry, Model model) {
        var fields =
                List.of(
                        FormField.line("prefix", entry.prefix()).withHint(),
                        FormField.day("from", entry.from()).withHint(),
                        FormField.day("to", entry.to()));
        return new FormPage("prefix", "", PAGE + "/prefix", PAGE, fields).show(model);
    }
}
