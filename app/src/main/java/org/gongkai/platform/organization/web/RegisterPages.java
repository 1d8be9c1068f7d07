package org.gongkai.platform.organization.web;

import java.util.List;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.OrganizationHistory;
import org.gongkai.platform.organization.web.Views.SectionView;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registers to read at the desk (机构人员台账). */
@Controller
@RequestMapping("/desk/organization")
class RegisterPages {
    private static final int HISTORY = 500;

    private final Organization organization;
    private final OrganizationHistory history;
    private final Assembly assembly;

    RegisterPages(Organization organization, OrganizationHistory history, Assembly assembly) {
        this.organization = organization;
        this.history = history;
        this.assembly = assembly;
    }

    @GetMapping
    String overview(Actor actor, Model model) {
        var sections = assembly.sections(actor.agency(), assembly.today());
        model.addAttribute("agency", assembly.agency(organization.agency(actor.agency())));
        model.addAttribute("sections", sections);
        model.addAttribute("without", withoutOfficer(sections));
        model.addAttribute(
                "people",
                organization.peopleOn(actor.agency(), assembly.today()).stream()
                        .map(assembly::view)
                        .toList());
        model.addAttribute("may", May.steps(actor, null));
        return "organization/overview";
    }

    @GetMapping("/sections/{key}")
    String section(@PathVariable String key, Actor actor, Model model) {
        var section = assembly.section(actor.agency(), key);
        model.addAttribute("section", assembly.view(section));
        model.addAttribute(
                "people",
                organization.peopleOn(actor.agency(), assembly.today()).stream()
                        .filter(it -> section.id().equals(it.section()))
                        .map(assembly::view)
                        .toList());
        model.addAttribute(
                "duties",
                organization.duties(actor.agency(), "", assembly.today()).stream()
                        .filter(it -> it.section().equals(section.id()))
                        .map(assembly::view)
                        .toList());
        model.addAttribute("list", assembly.list(section));
        model.addAttribute("may", May.steps(actor, section.id()));
        return "organization/section";
    }

    @GetMapping("/people/{key}")
    String person(@PathVariable String key, Actor actor, Model model) {
        var person = assembly.person(actor.agency(), key);
        model.addAttribute("shown", assembly.view(person));
        model.addAttribute("today", assembly.today());
        model.addAttribute(
                "grants", organization.rolesOf(person.id()).stream().map(assembly::view).toList());
        model.addAttribute(
                "covers", organization.coversOf(person.id()).stream().map(assembly::view).toList());
        var own = actor.person().equals(person.id());
        var may = May.steps(actor, null);
        model.addAttribute("may", may);
        model.addAttribute("mayCover", own || may.contains("COVER_FOR_OTHERS"));
        return "organization/person";
    }

    @GetMapping("/covers")
    String covers(Actor actor, Model model) {
        model.addAttribute(
                "covers",
                organization.coversFrom(actor.agency(), assembly.today()).stream()
                        .map(assembly::view)
                        .toList());
        model.addAttribute("own", organization.person(actor.person()).key());
        model.addAttribute("may", May.steps(actor, null));
        return "organization/covers";
    }

    @GetMapping("/duties")
    String duties(@RequestParam(defaultValue = "") String q, Actor actor, Model model) {
        model.addAttribute("q", q);
        model.addAttribute(
                "duties",
                organization.duties(actor.agency(), q.strip(), assembly.today()).stream()
                        .map(assembly::view)
                        .toList());
        model.addAttribute("may", May.steps(actor, null));
        return "organization/duties";
    }

    @GetMapping("/agency")
    String agency(Actor actor, Model model) {
        model.addAttribute("agency", assembly.agency(organization.agency(actor.agency())));
        model.addAttribute("may", May.steps(actor, null));
        return "organization/agency";
    }

    @GetMapping("/history")
    String history(@RequestParam(defaultValue = "") String register, Actor actor, Model model) {
        var known = OrganizationHistory.REGISTERS.contains(register) ? register : "";
        model.addAttribute("register", known);
        model.addAttribute("registers", OrganizationHistory.REGISTERS.stream().sorted().toList());
        model.addAttribute("lines", history.of(actor.agency(), known, HISTORY));
        return "organization/history";
    }

    private static List<SectionView> withoutOfficer(List<SectionView> sections) {
        return sections.stream().filter(it -> it.opennessOfficer() == null).toList();
    }
}
