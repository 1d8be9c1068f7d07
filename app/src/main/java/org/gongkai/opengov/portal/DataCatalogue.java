package org.gongkai.opengov.portal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.PageHead;
import org.gongkai.platform.pages.PublicFrame;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue of what can be taken as data (数据目录), in the words of DCAT-AP, for data portals: the
 * whole catalogue, the registers and every column, each with its publisher, its terms, how often it
 * changes, and the ways to take it.
 */
@Controller
class DataCatalogue {
    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String PUBLIC_DOMAIN = "http://purl.org/adms/licencetype/PublicDomain";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MONTH = 31;
    private static final int YEAR = 366;
    private static final String API = "/api/v1/public/documents";

    /** The longest distance in days of each word of the list. */
    private static final TreeMap<Integer, String> FREQUENCIES =
            new TreeMap<>(
                    Map.of(
                            1,
                            "DAILY",
                            7,
                            "WEEKLY",
                            14,
                            "BIWEEKLY",
                            31,
                            "MONTHLY",
                            92,
                            "QUARTERLY",
                            184,
                            "ANNUAL_2",
                            366,
                            "ANNUAL"));

    private final PortalSite site;
    private final PublicFrame frame;
    private final SiteAddress address;
    private final Wording wording;
    private final JsonMapper json;

    DataCatalogue(
            PortalSite site,
            PublicFrame frame,
            SiteAddress address,
            Wording wording,
            JsonMapper json) {
        this.site = site;
        this.frame = frame;
        this.address = address;
        this.wording = wording;
        this.json = json;
    }

    /** A way to take a data set: the media type and where. */
    private record Way(String type, String path) {}

    @KeptPage
    @GetMapping("/catalog.ttl")
    ResponseEntity<String> turtle() {
        return answer("text/turtle", catalogue().turtle());
    }

    @KeptPage
    @GetMapping("/catalog.rdf")
    ResponseEntity<String> xml() {
        return answer("application/rdf+xml", catalogue().xml());
    }

    @KeptPage
    @GetMapping("/catalog.jsonld")
    ResponseEntity<String> jsonLd() {
        return answer("application/ld+json", catalogue().jsonLd(json));
    }

    private Rdf catalogue() {
        var name = frame.site().name();
        var catalogue =
                Rdf.named(address.absolute("/catalog.ttl#catalog"), "dcat:Catalog")
                        .says("dct:title", wording.say("portal.data.title", name))
                        .says("dct:description", wording.say("portal.data.about", name))
                        .has("dct:publisher", publisher(name))
                        .has("dct:license", terms())
                        .leads("dct:language", AUTHORITY + "language/ZHO")
                        .leads("foaf:homepage", address.absolute("/"));
        datasets().forEach(it -> catalogue.has("dcat:dataset", it));
        return catalogue;
    }

    private Stream<Rdf> datasets() {
        return Stream.concat(
                Stream.of(
                        dataset(
                                "/columns",
                                wording.say("portal.data.all"),
                                wording.say("portal.data.all.about"),
                                "",
                                null,
                                List.of(
                                        new Way("application/json", API),
                                        new Way(Feeds.ATOM, PageHead.ATOM),
                                        new Way(Feeds.RSS, PageHead.RSS),
                                        new Way("text/xml", "/oai?verb=Identify"))),
                        water(),
                        register(NormativePages.PATH, "portal.normative"),
                        plans(),
                        listed("/projects", "portal.data.projects", "portal.data.projects"),
                        listed("/remediation", "portal.remediation", "portal.data.remediation"),
                        budgets(),
                        register(ConsultationPages.PATH, "portal.consultations")),
                site.columns().stream().map(this::column));
    }

    /** Every month's results of all sources of drinking water. */
    private Rdf water() {
        return dataset(
                "/water",
                wording.say("drinkingwater.open.title"),
                wording.say("drinkingwater.open.lead"),
                "",
                MONTH,
                List.of(
                        new Way("text/csv", "/water/data.csv"),
                        new Way("application/json", "/water/data.json"),
                        new Way(XLSX, "/water/data.xlsx"),
                        new Way(Feeds.ATOM, "/water/feed.xml")));
    }

    /** The register of plans, and by period what became of each. */
    private Rdf plans() {
        return dataset(
                PlanPages.PATH,
                wording.say("portal.plans"),
                wording.say("portal.plans.lead"),
                "",
                YEAR,
                List.of(
                        new Way("text/csv", PlanPages.PATH + ".csv"),
                        new Way("text/csv", PlanPages.PATH + "/progress.csv"),
                        new Way("application/json", PlanPages.PATH + "/progress.json"),
                        new Way(XLSX, PlanPages.PATH + "/progress.xlsx")));
    }

    /** A register whose list is taken in three forms. */
    private Rdf listed(String path, String name, String about) {
        return dataset(
                path,
                wording.say(name),
                wording.say(about + ".about"),
                "",
                null,
                List.of(
                        new Way("text/csv", path + "/list.csv"),
                        new Way("application/json", path + "/list.json"),
                        new Way(XLSX, path + "/list.xlsx")));
    }

    /** Budgets and final accounts; their tables are taken one by one. */
    private Rdf budgets() {
        return dataset(
                "/budgets",
                wording.say("portal.budgets"),
                wording.say("portal.data.budgets.about"),
                "",
                YEAR,
                List.of(
                        new Way("text/csv", "/budgets/list.csv"),
                        new Way("application/json", "/api/v1/public/budgets")));
    }

    private Rdf register(String path, String key) {
        return dataset(
                path,
                wording.say(key),
                wording.say(key + ".lead"),
                "",
                null,
                List.of(new Way("text/csv", path + ".csv")));
    }

    private Rdf column(SiteColumn column) {
        return dataset(
                column.path(),
                column.name(),
                column.description(),
                column.keywords(),
                column.updateDays(),
                List.of(
                        new Way("application/json", API + "?column=" + column.key()),
                        new Way(Feeds.ATOM, column.path() + "/feed.xml"),
                        new Way(Feeds.RSS, column.path() + "/rss.xml")));
    }

    private Rdf dataset(
            String page,
            String name,
            String about,
            String keywords,
            @Nullable Integer updateDays,
            List<Way> ways) {
        var agency = frame.site().name();
        var dataset =
                Rdf.named(address.absolute(page + "#data"), "dcat:Dataset")
                        .says("dct:title", name)
                        .says("dct:description", about)
                        .has("dct:publisher", publisher(agency))
                        .leads("dcat:landingPage", address.absolute(page))
                        .leads("dct:language", AUTHORITY + "language/ZHO")
                        .leads("dct:accessRights", AUTHORITY + "access-right/PUBLIC")
                        .leads(
                                "dct:accrualPeriodicity",
                                AUTHORITY + "frequency/" + frequency(updateDays));
        for (var it : keywords.split("[,，、;；\\s]+", -1)) {
            dataset.says("dcat:keyword", it);
        }
        site.agency()
                .map(DataCatalogue::contact)
                .ifPresent(it -> dataset.has("dcat:contactPoint", it));
        ways.forEach(it -> dataset.has("dcat:distribution", distribution(it)));
        return dataset;
    }

    private Rdf distribution(Way way) {
        return Rdf.nameless("dcat:Distribution")
                .leads("dcat:accessURL", address.absolute(way.path()))
                .leads("dcat:downloadURL", address.absolute(way.path()))
                .leads("dcat:mediaType", MEDIA_TYPES + way.type())
                .has("dct:license", terms());
    }

    private Rdf publisher(String name) {
        return Rdf.nameless("foaf:Agent")
                .says("foaf:name", name)
                .leads("foaf:homepage", address.absolute("/"));
    }

    /** 著作权法 art. 5 (1): official documents are nobody's property. */
    private Rdf terms() {
        return Rdf.nameless("dct:LicenseDocument")
                .says("dct:title", wording.say("portal.data.terms"))
                .leads("dct:type", PUBLIC_DOMAIN);
    }

    private static Rdf contact(Agency agency) {
        return Rdf.nameless("vcard:Organization")
                .says("vcard:fn", agency.name())
                .says("vcard:hasTelephone", agency.phone());
    }

    /** How often the column's rule has it change, in the words of the frequency list. */
    static String frequency(@Nullable Integer updateDays) {
        if (updateDays == null || updateDays > 366) {
            return "IRREG";
        }
        return FREQUENCIES.ceilingEntry(updateDays).getValue();
    }

    private static ResponseEntity<String> answer(String type, String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(type + ";charset=UTF-8"))
                .body(body);
    }
}
