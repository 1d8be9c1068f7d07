package org.gongkai.sitecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gongkai.opengov.OpenGov;
import org.gongkai.platform.pages.TagCheck;
import org.gongkai.platform.pages.TagCheck.PageKind;
import org.gongkai.testing.TestInstallation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** The site as {@code ./run.sh} shows it to a newcomer, read once from end to end. Reads only. */
@SpringBootTest(
        classes = OpenGov.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "gongkai.demo-data=true")
@ContextConfiguration(initializers = TestInstallation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The whole demo site, as machines read it")
class DemoSiteTests {
    @LocalServerPort int port;

    private SiteWalk walk;

    @BeforeEach
    void walkOnce() {
        if (walk == null) {
            walk = SiteWalk.of(port, "/", "/sitemap.xml", "/robots.txt");
        }
    }

    @Test
    void hasNoLinkThatLeadsNowhere() {
        var dead = new ArrayList<String>();
        for (var it : walk.answers().values()) {
            if (it.status() != 200 && it.status() / 100 != 3) {
                dead.add(it.status() + " " + it.path() + " on " + walk.foundOn(it.path()));
            }
        }

        assertThat(dead).isEmpty();
    }

    @Test
    void hasNoLinkToAPlaceThatIsNotOnThePage() {
        var dead = new TreeSet<String>();
        for (var it : pages()) {
            for (var link : it.page().select("a[href*=#]")) {
                var href = link.attr("href");
                var place = href.substring(href.indexOf('#') + 1);
                walk.within(it.path(), href)
                        .map(walk.answers()::get)
                        .filter(SiteWalk.Answer::isPage)
                        .filter(target -> target.page().getElementById(place) == null)
                        .ifPresent(target -> dead.add(href + " on " + it.path()));
            }
        }

        assertThat(dead).isEmpty();
    }

    @Test
    void hasEveryTagOnceOnEveryPage() {
        var wrong = new ArrayList<String>();
        for (var it : pages()) {
            TagCheck.findings(it.text(), PageKind.at(it.path()))
                    .forEach(finding -> wrong.add(it.path() + " " + finding));
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void isHtmlAsTheStandardHasIt() {
        var wrong = new TreeSet<String>();
        var kinds = new TreeSet<String>();
        for (var it : pages()) {
            if (kinds.add(it.path().replaceAll("[?].*$", ""))) {
                HtmlCheck.findings(it.text())
                        .forEach(finding -> wrong.add(it.path() + " " + finding));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(kinds).hasSizeGreaterThan(20);
    }

    @Test
    void tellsItsFactsInJsonThatIsWellFormed() {
        var json = new JsonMapper();
        for (var it : pages()) {
            for (var facts : it.page().select("script[type=application/ld+json]")) {
                var read = json.readTree(facts.data());

                assertThat(read.at("/@context").asString()).isEqualTo("https://schema.org");
                assertThat(read.at("/@graph")).as(it.path()).isNotEmpty();
            }
        }
    }

    void hasFeedsThatEveryReaderTakesIn() {
        var wrong = new ArrayList<String>();
        for (var it : ofType("application/atom+xml")) {
            FeedCheck.atom(it.text()).forEach(found -> wrong.add(it.path() + " " + found));
        }
        for (var it : ofType("application/rss+xml")) {
            FeedCheck.rss(it.text()).forEach(found -> wrong.add(it.path() + " " + found));
        }

        assertThat(wrong).isEmpty();
        assertThat(ofType("application/atom+xml")).hasSizeGreaterThan(10);
        assertThat(ofType("application/rss+xml")).hasSizeGreaterThan(10);
    }

    void hasASiteMapThatEveryEngineTakesIn() {
        var wrong = new ArrayList<String>();
        for (var it : walk.answers().values()) {
            if (it.path().matches("/sitemap.*\\.xml")) {
                SiteMapCheck.findings(it.text(), walk.base())
                        .forEach(found -> wrong.add(it.path() + " " + found));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(walk.answers()).containsKeys("/sitemap/pages.xml", "/sitemap/news.xml");
    }

    private List<SiteWalk.Answer> ofType(String type) {
        return walk.answers().values().stream().filter(it -> it.type().startsWith(type)).toList();
    }

    private List<SiteWalk.Answer> pages() {
        return walk.answers().values().stream()
                .filter(it -> it.status() == 200 && it.isPage())
                .toList();
    }
}
