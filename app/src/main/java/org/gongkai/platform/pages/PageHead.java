package org.gongkai.platform.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.platform.pages.PageTags.Tag;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The head of every public page for machines (页首标签): the site group of 国办发〔2017〕47号 on each page, a
 * page's own groups, canonical and neighbouring addresses, feeds, cards as WeChat and others show
 * them, and schema.org as JSON-LD. The layout asks it as {@code @pageHead}.
 *
 * <p>A page that says no (404, 410) has the site group and nothing else.
 */
@Component
public class PageHead {
    /** Where the picture of cards is served: at least 300 px, without anybody else's server. */
    public static final String CARD = "/card.png";

    /** The feeds of the whole site. */
    public static final String ATOM = "/feed.xml";

    public static final String RSS = "/rss.xml";

    private final SiteAddress address;
    private final CurrentPath path;
    private final Wording wording;
    private final JsonMapper json;

    PageHead(SiteAddress address, CurrentPath path, Wording wording, JsonMapper json) {
        this.address = address;
        this.path = path;
        this.wording = wording;
        this.json = json;
    }

    /**
     * Ready to be written.
     *
     * @param tags {@code meta name}
     * @param card {@code meta property}
     * @param links addresses of this page and of its neighbours
     * @param jsonLd null without
     */
    public record Head(
            List<Tag> tags,
            List<Tag> card,
            List<Link> links,
            List<PageTags.Feed> feeds,
            @Nullable String jsonLd) {}

    /** A {@code link} of the head. */
    public record Link(String rel, String href) {}

    /** Of the page that is being shown. */
    public Head of(
            Site site,
            @Nullable PageTags own,
            @Nullable List<Crumb> crumbs,
            @Nullable Pages pages) {
        var tags = new ArrayList<Tag>();
        tags.add(new Tag("SiteName", site.name()));
        tags.add(new Tag("SiteDomain", address.domain()));
        if (site.identificationCode() != null) {
            tags.add(new Tag("SiteIDCode", site.identificationCode()));
        }
        if (!path.isFound()) {
            return new Head(tags, List.of(), List.of(), List.of(), null);
        }
        var page = own == null ? PageTags.plain() : own;
        var trail = crumbs == null ? List.<Crumb>of() : crumbs;
        var canonical = Objects.requireNonNullElseGet(page.canonical(), path::canonical);
        tags.addAll(page.tags());
        return new Head(
                tags,
                card(site, page, trail, canonical),
                links(pages, canonical),
                feeds(site, page),
                jsonLd(page, trail));
    }

    /** Open Graph, which WeChat and other messengers read. */
    private List<Tag> card(Site site, PageTags page, List<Crumb> trail, String canonical) {
        var last = trail.isEmpty() ? site.name() : trail.getLast().name();
        var card = new ArrayList<Tag>();
        card.add(new Tag("og:type", page.title() == null ? "website" : "article"));
        card.add(new Tag("og:site_name", site.name()));
        card.add(new Tag("og:title", Objects.requireNonNullElse(page.title(), last)));
        card.add(
                new Tag(
                        "og:description",
                        page.description() == null || page.description().isBlank()
                                ? wording.say("layout.public.card", site.name())
                                : page.description()));
        card.add(new Tag("og:url", address.absolute(canonical)));
        card.add(new Tag("og:image", address.absolute(CARD)));
        card.add(new Tag("og:image:width", "1200"));
        card.add(new Tag("og:image:height", "630"));
        card.add(new Tag("og:locale", "zh_CN"));
        return card;
    }

    private List<Link> links(@Nullable Pages pages, String canonical) {
        var links = new ArrayList<Link>();
        links.add(new Link("canonical", address.absolute(canonical)));
        if (pages != null) {
            neighbour(links, "prev", pages.previous());
            neighbour(links, "next", pages.next());
        }
        return links;
    }

    private void neighbour(List<Link> links, String rel, @Nullable String path) {
        if (path != null) {
            links.add(new Link(rel, address.absolute(path)));
        }
    }

    /** The page's own before those of the whole site. */
    private List<PageTags.Feed> feeds(Site site, PageTags page) {
        return Stream.concat(
                        page.feeds().stream(),
                        Stream.of(
                                new PageTags.Feed("application/atom+xml", ATOM, site.name()),
                                new PageTags.Feed("application/rss+xml", RSS, site.name())))
                .map(it -> new PageTags.Feed(it.type(), address.absolute(it.path()), it.title()))
                .toList();
    }

    private @Nullable String jsonLd(PageTags page, List<Crumb> trail) {
        var graph = new ArrayList<Map<String, Object>>(page.facts());
        if (!trail.isEmpty()) {
            graph.add(breadcrumb(trail));
        }
        if (graph.isEmpty()) {
            return null;
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("@context", "https://schema.org");
        facts.put("@graph", graph);
        // Nothing in a title may end the script element.
        return json.writeValueAsString(facts).replace("<", "\\u003c");
    }

    /** 当前位置: steps that have a page, and the page itself. */
    private Map<String, Object> breadcrumb(List<Crumb> trail) {
        var steps = new ArrayList<Map<String, Object>>();
        for (var it : trail) {
            if (it.address() != null || it.equals(trail.getLast())) {
                var step = new LinkedHashMap<String, Object>();
                step.put("@type", "ListItem");
                step.put("position", steps.size() + 1);
                step.put("name", it.name());
                if (it.address() != null) {
                    step.put("item", address.absolute(it.address()));
                }
                steps.add(step);
            }
        }
        var list = new LinkedHashMap<String, Object>();
        list.put("@type", "BreadcrumbList");
        list.put("itemListElement", steps);
        return list;
    }
}
