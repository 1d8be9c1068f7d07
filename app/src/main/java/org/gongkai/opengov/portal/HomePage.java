package org.gongkai.opengov.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.ColumnStocks;
import org.gongkai.opengov.disclosures.ColumnStocks.Stock;
import org.gongkai.opengov.disclosures.Consultations;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.HomeBlock;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The home page (首页): search, what people come for, 最新公开, 通知公告, 政策文件 with their validity, 重点领域 by
 * work area, the registers that people follow, what is open for comment, and the ways to ask.
 */
@Controller
class HomePage {
    private static final int NEWEST = 8;
    private static final int FEW = 6;

    /**
     * The part of the site that 条例 art. 20 asks for, and two of its columns shown by themselves.
     */
    private static final String STATUTORY = "statutory";

    private static final String POLICY = "documents";
    private static final String NOTICES = "notices";

    /** What people follow from month to month or from year to year. */
    private static final List<Way> REGISTERS =
            List.of(
                    new Way("portal.registers.water", "/water"),
                    new Way("portal.registers.remediation", "/remediation"),
                    new Way("portal.registers.projects", "/projects"),
                    new Way("portal.registers.plans", PlanPages.PATH),
                    new Way("portal.registers.budgets", "/budgets"));

    private final PortalSite site;
    private final ColumnStocks stocks;
    private final Consultations consultations;
    private final PublicRegister register;
    private final Lines lines;
    private final Tags tags;
    private final List<HomeBlock.Source> blocks;

    HomePage(
            PortalSite site,
            ColumnStocks stocks,
            Consultations consultations,
            PublicRegister register,
            Lines lines,
            Tags tags,
            List<HomeBlock.Source> blocks) {
        this.site = site;
        this.stocks = stocks;
        this.consultations = consultations;
        this.register = register;
        this.lines = lines;
        this.tags = tags;
        this.blocks = List.copyOf(blocks);
    }

    /** A work area: its column, how much it holds, its newest document. */
    public record Area(SiteColumn column, long count, Line newest) {}

    /** One of the things people come for. */
    public record Way(String messageKey, String address) {}

    /** A list of the home page and where all of it is. */
    public record Shelf(String messageKey, List<Line> lines, String address) {}

    @KeptPage
    @GetMapping("/")
    String show(Model model) {
        var tree = site.tree();
        model.addAttribute("site", site.site());
        model.addAttribute("ways", ways(tree));
        model.addAttribute("registers", REGISTERS);
        model.addAttribute("asking", asking(tree));
        model.addAttribute("newest", List.of());
        model.addAttribute("shelves", List.of());
        model.addAttribute("open", List.of());
        model.addAttribute("areas", List.of());
        model.addAttribute(
                "blocks", blocks.stream().flatMap(it -> it.homeBlock().stream()).toList());
        model.addAttribute("tags", site.agency().map(tags::ofHome).orElseGet(tags::ofSite));
        site.agency().ifPresent(it -> fill(it.id(), tree, model));
        return "portal/home";
    }

    private void fill(AgencyId agency, ColumnTree tree, Model model) {
        var all = PublicFilter.of(agency);
        model.addAttribute("newest", lines.withColumn(register.page(all, 0, NEWEST)));
        var notices = new PublicFilter(agency, Set.of(), DocumentKind.NOTICE, null, null);
        var shelves = new ArrayList<Shelf>();
        shelves.add(shelf("portal.home.notices", notices, "/catalogue?kind=notice"));
        tree.withKey(POLICY)
                .map(it -> shelf("portal.home.policy", all.in(tree.branch(it.id())), it.path()))
                .ifPresent(shelves::add);
        model.addAttribute(
                "shelves", shelves.stream().filter(it -> !it.lines().isEmpty()).toList());
        model.addAttribute("open", consultations.open(agency).stream().limit(FEW).toList());
        model.addAttribute("areas", areas(tree));
    }

    private Shelf shelf(String messageKey, PublicFilter filter, String address) {
        return new Shelf(messageKey, lines.inColumn(register.page(filter, 0, FEW)), address);
    }

    /**
     * The columns of the statutory content that hold anything; those with a list above are not
     * repeated.
     */
    private List<Area> areas(ColumnTree tree) {
        var columns =
                tree.withKey(STATUTORY).stream()
                        .flatMap(it -> tree.openBelow(it.id()).stream())
                        .filter(it -> !Set.of(POLICY, NOTICES).contains(it.key()))
                        .toList();
        Map<ColumnId, Set<ColumnId>> branches =
                columns.stream()
                        .collect(Collectors.toMap(SiteColumn::id, it -> tree.branch(it.id())));
        var newest = stocks.newest(branches, 1);
        var held = stocks.all();
        return columns.stream()
                .flatMap(
                        it ->
                                newest.getOrDefault(it.id(), List.of()).stream()
                                        .map(last -> area(it, branches, held, last)))
                .toList();
    }

    private Area area(
            SiteColumn column,
            Map<ColumnId, Set<ColumnId>> branches,
            Map<ColumnId, Stock> held,
            PublicListing newest) {
        var count =
                branches.getOrDefault(column.id(), Set.of()).stream()
                        .flatMap(it -> Optional.ofNullable(held.get(it)).stream())
                        .mapToLong(Stock::documents)
                        .sum();
        return new Area(column, count, lines.inColumn(List.of(newest)).getFirst());
    }

    private static List<Way> ways(ColumnTree tree) {
        var ways = new ArrayList<Way>();
        ways.add(new Way("portal.home.find", "/columns"));
        ways.add(new Way("portal.home.request", "/requests/new"));
        offered(tree, "guide").ifPresent(it -> ways.add(new Way("portal.home.ask", it)));
        return ways;
    }

    /** Where a reader turns who has a question or has found a mistake: pages that exist. */
    private static List<Way> asking(ColumnTree tree) {
        var asking = new ArrayList<Way>();
        offered(tree, "on-request")
                .ifPresent(it -> asking.add(new Way("portal.asking.request", it)));
        offered(tree, "guide").ifPresent(it -> asking.add(new Way("portal.asking.guide", it)));
        asking.add(new Way("portal.asking.consultations", ConsultationPages.PATH));
        asking.add(new Way("portal.asking.organization", "/organization"));
        asking.add(new Way("portal.asking.mistake", "/mistakes"));
        return asking;
    }

    private static Optional<String> offered(ColumnTree tree, String key) {
        return tree.withKey(key).filter(SiteColumn::isOpen).map(SiteColumn::path);
    }
}
