package org.gongkai.opengov.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.organization.Cadence;
import org.gongkai.platform.organization.DisclosureListDesk;
import org.gongkai.platform.organization.Duty;
import org.gongkai.platform.organization.HeldRole;
import org.gongkai.platform.organization.ListedItem;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The page of a section (科室主页): what it is for, who leads it, what it answers for, its public list,
 * its columns and its newest documents.
 *
 * <p>《政府信息公开条例》 art. 20 (2): 机关职能、机构设置、负责人姓名; work plan 五 (科室公开清单).
 */
@Controller
class SectionPages {
    private static final int NEWEST = 10;

    private final PortalSite site;
    private final Organization organization;
    private final DisclosureListDesk lists;
    private final PublicRegister register;
    private final Lines lines;
    private final Tags tags;
    private final Wording wording;
    private final Clock clock;

    SectionPages(
            PortalSite site,
            Organization organization,
            DisclosureListDesk lists,
            PublicRegister register,
            Lines lines,
            Tags tags,
            Wording wording,
            Clock clock) {
        this.site = site;
        this.organization = organization;
        this.lists = lists;
        this.register = register;
        this.lines = lines;
        this.tags = tags;
        this.wording = wording;
        this.clock = clock;
    }

    /** A line of the section's public list, as {@code organization/items} shows it. */
    public record Listed(
            String item,
            String legalGround,
            Cadence cadence,
            int workingDays,
            @Nullable LocalDate latest,
            @Nullable LocalDate owedBy,
            boolean overdue,
            boolean provisional) {
        static Listed of(ListedItem it) {
            return new Listed(
                    it.item().item(),
                    it.item().legalGround(),
                    it.item().cadence(),
                    it.item().workingDays(),
                    it.latest(),
                    it.owedBy(),
                    it.overdue(),
                    it.provisional());
        }
    }

    @KeptPage
    @GetMapping("/sections/{key}")
    String show(@PathVariable String key, Model model) {
        var agency = site.agency().orElseThrow(Refusal::notFound);
        var today = LocalDate.now(clock);
        var section =
                organization
                        .findSection(agency.id(), key)
                        .filter(it -> it.key().equals(key) && it.validity().covers(today))
                        .orElseThrow(Refusal::notFound);
        var filter = PublicFilter.of(agency.id()).by(section.id());
        model.addAttribute("section", section);
        model.addAttribute("heads", heads(section, today));
        model.addAttribute("duties", duties(agency.id(), section.id(), today));
        model.addAttribute("items", lists.standing(section.id()).stream().map(Listed::of).toList());
        model.addAttribute("columns", columns(section.id()));
        model.addAttribute("total", register.count(filter));
        model.addAttribute("newest", lines.withColumn(register.page(filter, 0, NEWEST)));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("portal.home"), "/"),
                        new Crumb(wording.say("organization.public.heading"), "/organization"),
                        new Crumb(section.name(), null)));
        model.addAttribute("tags", tags.ofSite());
        return "portal/section";
    }

    /** The heads whom the public pages name, with their posts. */
    private List<Person> heads(Section section, LocalDate today) {
        return organization.rolesOn(section.agency(), today).stream()
                .filter(it -> it.role() == Role.SECTION_HEAD)
                .filter(it -> section.id().equals(it.section()))
                .map(HeldRole::person)
                .distinct()
                .map(organization::person)
                .filter(Person::named)
                .toList();
    }

    private List<String> duties(AgencyId agency, SectionId section, LocalDate today) {
        return organization.duties(agency, "", today).stream()
                .filter(it -> it.section().equals(section))
                .map(Duty::topic)
                .toList();
    }

    private List<SiteColumn> columns(SectionId section) {
        var tree = site.tree();
        Set<SiteColumn> parents =
                tree.open().stream()
                        .filter(it -> !tree.openBelow(it.id()).isEmpty())
                        .collect(Collectors.toSet());
        return tree.open().stream()
                .filter(it -> section.equals(it.section()) && !parents.contains(it))
                .toList();
    }
}
