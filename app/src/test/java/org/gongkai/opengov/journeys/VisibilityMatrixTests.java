package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.opengov.journeys.PlantedDocument.Place.BODY;
import static org.gongkai.opengov.journeys.PlantedDocument.Place.FIELD;
import static org.gongkai.opengov.journeys.PlantedDocument.Place.FILE;
import static org.gongkai.opengov.journeys.PlantedDocument.Place.FILE_NAME;
import static org.gongkai.opengov.journeys.PlantedDocument.Place.NOTE;
import static org.gongkai.opengov.journeys.PlantedDocument.Place.TITLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.ShortCodes;
import org.gongkai.opengov.journeys.PlantedDocument.Place;
import org.gongkai.opengov.requests.RequestSamples;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.pages.PublicAddressBook;
import org.gongkai.platform.search.SearchAudit;
import org.gongkai.platform.staticsite.ExportedSite;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.OwnAgencyTest;
import org.gongkai.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every state and every channel: a planted word is where it should be and nowhere else. */
@OwnAgencyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What is public is seen in every channel, what is not in none")
class VisibilityMatrixTests {
    /** What readers may have of a text. */
    private enum Seen {
        /** It is the public text. */
        NOW,
        /** It was, and is shown in the history of corrections. */
        BEFORE,
        /** Nothing of it. */
        NOTHING
    }

    /** What has become of a text, and what readers may have of it. */
    private enum Fate {
        DRAFT(Seen.NOTHING),
        IN_REVIEW(Seen.NOTHING),
        RETURNED(Seen.NOTHING),
        APPROVED(Seen.NOTHING),
        SCHEDULED_IN_FUTURE(Seen.NOTHING),
        DISCARDED(Seen.NOTHING),
        KEPT(Seen.NOTHING),
        PUBLISHED(Seen.NOW),
        WITHDRAWN(Seen.NOTHING),
        RESTORED(Seen.NOW),
        PURGED(Seen.NOTHING),
        CORRECTION_PURGED(Seen.NOTHING),
        UNDER_CORRECTION(Seen.NOW),
        CORRECTION_IN_DRAFT(Seen.NOTHING),
        WITHDRAWN_UNDER_CORRECTION(Seen.NOTHING),
        CORRECTION_OF_WITHDRAWN_IN_REVIEW(Seen.NOTHING),
        CORRECTED(Seen.BEFORE),
        CORRECTION_PUBLISHED(Seen.NOW),
        CORRECTED_THEN_WITHDRAWN(Seen.NOTHING),
        CORRECTION_WITHDRAWN(Seen.NOTHING);

        final Seen seen;

        Fate(Seen seen) {
            this.seen = seen;
        }

        /** Unique letters: a for the first fate, b for the next. */
        String code() {
            return "wd" + (char) ('a' + ordinal()) + "q";
        }
    }

    /** A way by which something could be read without an account. */
    private enum Channel {
        PAGE(TITLE, BODY, FIELD, FILE_NAME, NOTE),
        PRINT_VIEW(TITLE, BODY, FIELD, FILE_NAME, NOTE),
        QR_CODE(TITLE),
        EDITION_HISTORY(TITLE, BODY, FIELD, FILE_NAME, NOTE),
        COLUMN_LIST(TITLE),
        LIST_AS_TABLE(TITLE, BODY),
        CATALOGUE(TITLE, BODY),
        CATALOGUE_AS_JSON(TITLE, BODY),
        OLD_COLUMN_ADDRESS(TITLE),
        FEED(TITLE, BODY),
        OLD_FEED_ADDRESS(TITLE, BODY),
        RSS(TITLE, BODY),
        FEED_OF_THE_SITE(TITLE, BODY),
        RSS_OF_THE_SITE(TITLE, BODY),
        JSON_LD(TITLE, BODY, FILE_NAME),
        CARD(TITLE, BODY),
        SHORT_LINK(TITLE, BODY, FIELD, FILE_NAME, NOTE),
        HARVEST(TITLE, BODY),
        HARVEST_LIST(TITLE, BODY),
        DATA_CATALOGUE,
        MAP_OF_NEWS(TITLE),
        HOME_PAGE(TITLE),
        ALL_COLUMNS,
        SITE_MAP,
        REGISTER_OF_CHANGES(TITLE, NOTE),
        DISCLOSURE_LOG(TITLE),
        REGISTER_OF_REQUESTS(TITLE),
        API_READ(TITLE, BODY, FIELD, FILE_NAME, NOTE),
        API_LIST(TITLE, BODY),
        API_LIST_BY_OLD_COLUMN(TITLE, BODY),
        API_SUGGESTIONS(TITLE),
        FILE_LINK(FILE),
        FILE_AS_PAGE(TITLE, FILE_NAME, FILE),
        DESK_PAGE_WITHOUT_ACCOUNT,
        DESK_FILE_WITHOUT_ACCOUNT,
        DESK_TABLE_WITHOUT_ACCOUNT,
        DESK_API_WITHOUT_TOKEN,
        REVIEW_FORM_WITHOUT_ACCOUNT;

        final Set<Place> shows;

        Channel(Place... shows) {
            this.shows = EnumSet.noneOf(Place.class);
            this.shows.addAll(List.of(shows));
        }
    }

    /** A planted text within a document. */
    private record Planted(
            Fate fate, String id, PlantedDocument text, String number, boolean corrects) {
        String pathNumber() {
            return number == null ? "640100-113/2028-99999" : number;
        }
    }

    private static final String OLD_COLUMN = "planted-old";
    private static final String COLUMN = "planted";

    @LocalServerPort int port;
    @Autowired SearchAudit search;
    @Autowired ShortCodes codes;
    @Autowired TestClock clock;
    @Autowired FileStore files;
    @Autowired JdbcClient database;

    @Autowired PublicAddressBook addresses;

    private final List<Planted> world = new ArrayList<>();
    private DemoPeople people;
    private DeskClient reader;
    private @Nullable String exported;

    @BeforeEach
    void plantOnce() {
        if (world.isEmpty()) {
            clock.set("2028-03-01T09:00:00+08:00");
            people = DemoPeople.at(port);
            reader = DeskClient.at(port);
            column(OLD_COLUMN, "post", "/api/v1/columns");
            plantUnpublished();
            plantPublished();
            plantCorrected();
            column(COLUMN, "put", "/api/v1/columns/" + OLD_COLUMN);
            answerARequestByEach();
            assertThat(search.compare().agree()).isTrue();
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of(Fate.values())
                .flatMap(
                        fate ->
                                Stream.of(Channel.values())
                                        .map(channel -> Arguments.of(fate, channel)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("cells")
    void isReadWhereItShouldBeAndNowhereElse(Fate fate, Channel channel) {
        var planted = planted(fate);

        var read = read(planted, channel);

        for (var place : Place.values()) {
            var word = planted.text().word(place);
            if (expected(planted, channel, place)) {
                assertThat(read).as(place + " of " + fate + " by " + channel).contains(word);
            } else {
                assertThat(read).as(place + " of " + fate + " by " + channel).doesNotContain(word);
            }
        }
    }

    static Stream<Arguments> searches() {
        return Stream.of(Fate.values())
                .flatMap(
                        fate ->
                                Stream.of(TITLE, BODY, FIELD, FILE_NAME, FILE)
                                        .map(place -> Arguments.of(fate, place)));
    }

    @ParameterizedTest(name = "{0} by its {1}")
    @MethodSource("searches")
    void isFoundByItsWordsExactlyWhenItIsPublic(Fate fate, Place place) {
        var planted = planted(fate);
        var word = planted.text().word(place);
        boolean found = fate.seen == Seen.NOW;

        var page = reader.open("/search?q=" + word).expect(200).page();
        var api = people.reader().get("/api/v1/public/documents?q=" + word).expect(200);

        var expected = found ? List.of(planted.number()) : List.<String>of();
        assertThat(api.at("/items").findValuesAsString("indexNumber")).isEqualTo(expected);
        assertThat(page.select(".document-list .title a").eachAttr("href"))
                .isEqualTo(expected.stream().map(it -> "/d/" + it).toList());
        var feed = body("/search/feed.xml?q=" + word) + body("/search/rss.xml?q=" + word);
        assertThat(feed.contains("/d/" + planted.pathNumber())).isEqualTo(found);
        if (found) {
            assertThat(page.select(".document-list mark").eachText()).contains(word);
        }
        page.select("input, title, h1, a.chosen").remove();
        for (var other : Place.values()) {
            if (!found && other != place) {
                assertThat(page.html()).doesNotContain(planted.text().word(other));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyFate")
    void hasItsPictureExactlyWhenItIsPublic(Fate fate) {
        reader.open(planted(fate).text().image()).expect(fate.seen == Seen.NOW ? 200 : 404);
        reader.open(planted(fate).text().fileAddress()).expect(fate.seen == Seen.NOW ? 200 : 404);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyFate")
    void isInAnExportExactlyWhenItIsPublic(Fate fate) {
        var planted = planted(fate);
        if (exported == null) {
            exported = ExportedSite.text(addresses, port);
        }

        for (var place : Place.values()) {
            var word = planted.text().word(place);
            if (fate.seen == Seen.NOTHING) {
                assertThat(exported).as(place + " of " + fate).doesNotContain(word);
            } else if (fate.seen == Seen.NOW && place != NOTE) {
                assertThat(exported).as(place + " of " + fate).contains(word);
            }
        }
    }

    static Stream<Fate> everyFate() {
        return Stream.of(Fate.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyFate")
    void standsInTheSiteMapExactlyWhenItIsPublic(Fate fate) {
        var planted = planted(fate);
        boolean documentIsPublic =
                world.stream()
                        .anyMatch(it -> it.id().equals(planted.id()) && it.fate().seen == Seen.NOW);

        var map = reader.open("/sitemap/2028.xml").expect(200).body();

        assertThat(map.contains("/d/" + planted.pathNumber() + "<")).isEqualTo(documentIsPublic);
    }

    /** 保密法 art. 57: of what was purged nothing is left, in no table and on no disk. */
    @ParameterizedTest
    @EnumSource(names = {"PURGED", "CORRECTION_PURGED"})
    void leavesNothingOfAPurgedText(Fate fate) {
        assertThat(files.find(planted(fate).text().fileSha256(), "x.txt")).isEmpty();
        for (var table :
                List.of(
                        "draft",
                        "revision",
                        "document",
                        "document_step",
                        "review_return",
                        "signature",
                        "audit_entry",
                        "file_reading_section")) {
            assertThat(rowsWith(table, fate)).as(table).isZero();
        }
        assertThat(files.find(planted(Fate.PUBLISHED).text().fileSha256(), "x.txt")).isPresent();
        assertThat(rowsWith("revision", Fate.PUBLISHED)).isEqualTo(1);
        assertThat(rowsWith("document_step", Fate.CORRECTION_PUBLISHED)).isEqualTo(1);
    }

    private long rowsWith(String table, Fate fate) {
        return database.sql("SELECT count(*) FROM %1$s WHERE %1$s::text LIKE ?".formatted(table))
                .param("%" + fate.code() + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void coversEveryStateOfADocument() {
        assertThat(
                        database.sql("SELECT DISTINCT state FROM document WHERE id IN (:ids)")
                                .param(
                                        "ids",
                                        world.stream()
                                                .map(it -> java.util.UUID.fromString(it.id()))
                                                .toList())
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder(
                        "DRAFT",
                        "IN_REVIEW",
                        "RETURNED",
                        "APPROVED",
                        "SCHEDULED",
                        "PUBLISHED",
                        "WITHDRAWN",
                        "KEPT",
                        "DISCARDED",
                        "PURGED");
    }

    private boolean expected(Planted planted, Channel channel, Place place) {
        if (place == NOTE && !planted.corrects()) {
            return false;
        }
        return switch (planted.fate().seen) {
            case NOTHING -> false;
            case BEFORE -> channel == Channel.EDITION_HISTORY && channel.shows.contains(place);
            case NOW -> channel.shows.contains(place) && isToldOf(planted, channel);
        };
    }

    /**
     * The first edition has no difference to tell, and what was never changed is in no register.
     */
    private static boolean isToldOf(Planted planted, Channel channel) {
        return switch (channel) {
            case REGISTER_OF_CHANGES -> planted.corrects() || planted.fate() == Fate.RESTORED;
            case EDITION_HISTORY -> planted.corrects();
            default -> true;
        };
    }

    private String read(Planted planted, Channel channel) {
        var page = "/d/" + planted.pathNumber();
        var desk = "/desk/documents/" + planted.id();
        return switch (channel) {
            case PAGE -> body(page);
            case FILE_AS_PAGE -> body(page + "/attachments/1/read");
            case PRINT_VIEW -> body(page + "/print");
            case QR_CODE -> body(page + "/qr.svg");
            case EDITION_HISTORY -> difference(page + "/editions/2") + body(page + "/editions/3");
            case COLUMN_LIST -> body("/c/" + COLUMN);
            case LIST_AS_TABLE -> body("/c/" + COLUMN + "/list.csv");
            case CATALOGUE -> body("/catalogue?column=" + COLUMN);
            case CATALOGUE_AS_JSON -> body("/catalogue.json?column=" + COLUMN);
            case OLD_COLUMN_ADDRESS -> followed("/c/" + OLD_COLUMN);
            case FEED -> body("/c/" + COLUMN + "/feed.xml");
            case OLD_FEED_ADDRESS -> followed("/c/" + OLD_COLUMN + "/feed.xml");
            case RSS -> body("/c/" + COLUMN + "/rss.xml");
            case FEED_OF_THE_SITE -> body("/feed.xml");
            case RSS_OF_THE_SITE -> body("/rss.xml");
            case DISCLOSURE_LOG -> body("/requests/log");
            case REGISTER_OF_REQUESTS -> body("/requests/register");
            case JSON_LD -> inHead(page, "script[type=application/ld+json]");
            case CARD -> inHead(page, "meta[property^=og:]");
            case SHORT_LINK -> followed(shortLink(planted.pathNumber()));
            case HARVEST ->
                    body(
                            "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:"
                                    + planted.pathNumber());
            case HARVEST_LIST ->
                    body("/oai?verb=ListRecords&metadataPrefix=oai_dc&from=2028-03-01&set=planted")
                            + body(
                                    "/oai?verb=ListRecords&metadataPrefix=oai_dc&from=2028-03-01"
                                            + "&set=statutory:planted");
            case DATA_CATALOGUE ->
                    body("/catalog.ttl") + body("/catalog.rdf") + body("/catalog.jsonld");
            case MAP_OF_NEWS -> body("/sitemap/news.xml");
            case HOME_PAGE -> body("/");
            case ALL_COLUMNS -> body("/columns");
            case SITE_MAP ->
                    body("/sitemap.xml") + body("/sitemap/pages.xml") + body("/sitemap/2028.xml");
            case REGISTER_OF_CHANGES -> body("/register");
            case API_READ -> api("/api/v1/public/documents/" + planted.pathNumber());
            case API_LIST -> api("/api/v1/public/documents?limit=200&year=2028");
            case API_LIST_BY_OLD_COLUMN -> api("/api/v1/public/documents?column=" + OLD_COLUMN);
            case API_SUGGESTIONS ->
                    api("/api/v1/public/suggestions?q=" + planted.text().word(TITLE));
            case FILE_LINK -> body(planted.text().fileAddress());
            case DESK_PAGE_WITHOUT_ACCOUNT ->
                    body(desk) + body(desk + "/edit") + body(desk + "/review");
            case DESK_FILE_WITHOUT_ACCOUNT ->
                    body(desk + planted.text().fileAddress()) + body(desk + planted.text().image());
            case DESK_TABLE_WITHOUT_ACCOUNT ->
                    body("/desk/documents") + body("/desk/documents/export.csv");
            case DESK_API_WITHOUT_TOKEN ->
                    api("/api/v1/documents/" + planted.id()) + api("/api/v1/documents");
            case REVIEW_FORM_WITHOUT_ACCOUNT ->
                    body(desk + "/review-form.pdf") + body(desk + "/review-form.docx");
        };
    }

    private String body(String path) {
        return reader.open(path).body();
    }

    private String inHead(String path, String part) {
        return reader.open(path).page().select(part).outerHtml();
    }

    /** Of a number that nobody has, a code that leads nowhere. */
    private String shortLink(String number) {
        var index = IndexNumber.parse(number).orElseThrow();
        return codes.of(index).path();
    }

    private String followed(String path) {
        reader.open(path);
        return reader.response().statusCode() == 301 ? reader.follow().body() : reader.body();
    }

    /** What was before and what came after, each read in one piece. */
    private String difference(String path) {
        var before = reader.open(path).page();
        before.select("ins, .visually-hidden").remove();
        var after = reader.page();
        after.select("del, .visually-hidden").remove();
        return before.text() + after.text();
    }

    private String api(String path) {
        return people.reader().get(path).body();
    }

    private Planted planted(Fate fate) {
        return world.stream().filter(it -> it.fate() == fate).findFirst().orElseThrow();
    }

    private void column(String key, String method, String path) {
        var column =
                Map.of(
                        "key", key,
                        "parent", "statutory",
                        "name", "埋词栏目",
                        "kind", "政务动态",
                        "description", "埋词",
                        "keywords", "埋词",
                        "position", 900);
        var office = people.as("office");
        if (method.equals("post")) {
            office.post(path, column).expect(201);
        } else {
            office.put(path, column).expect(200);
        }
    }

    private void plantUnpublished() {
        keep(Fate.DRAFT, people.draft(input(Fate.DRAFT)));
        keep(Fate.IN_REVIEW, people.submitted(input(Fate.IN_REVIEW)));
        var returned = keep(Fate.RETURNED, people.submitted(input(Fate.RETURNED)));
        step("head", returned, "return", Map.of("reason", "请核实"));
        keep(Fate.APPROVED, people.approved(input(Fate.APPROVED)));
        var scheduled =
                keep(Fate.SCHEDULED_IN_FUTURE, people.approved(input(Fate.SCHEDULED_IN_FUTURE)));
        step("office", scheduled, "schedule", Map.of("at", "2090-01-02T09:00:00+08:00"));
        var discarded = keep(Fate.DISCARDED, people.draft(input(Fate.DISCARDED)));
        step("clerk", discarded, "discard", Map.of());
        var secret = input(Fate.KEPT);
        secret.put("attribute", "不予公开");
        var kept = keep(Fate.KEPT, people.approved(secret));
        step("office", kept, "keep", Map.of());
    }

    private void plantPublished() {
        keep(Fate.PUBLISHED, published(Fate.PUBLISHED));
        withdrawn(keep(Fate.WITHDRAWN, published(Fate.WITHDRAWN)));
        var restored = keep(Fate.RESTORED, published(Fate.RESTORED));
        withdrawn(restored);
        step("office", restored, "restore", Map.of("reason", "已处理"));
        var purged = keep(Fate.PURGED, published(Fate.PURGED));
        body("/d/" + number(purged) + "/attachments/1/read");
        correct(Fate.CORRECTION_PURGED, purged);
        publishCorrection(purged);
        body("/d/" + number(purged) + "/attachments/1/read");
        step("office", purged, "purge", Map.of("ground", "误传"));
        people.step("secrecy", purged, "purge", Map.of("ground", "同意"));
    }

    private void plantCorrected() {
        var open = keep(Fate.UNDER_CORRECTION, published(Fate.UNDER_CORRECTION));
        correct(Fate.CORRECTION_IN_DRAFT, open);

        var gone =
                keep(Fate.WITHDRAWN_UNDER_CORRECTION, published(Fate.WITHDRAWN_UNDER_CORRECTION));
        withdrawn(gone);
        correct(Fate.CORRECTION_OF_WITHDRAWN_IN_REVIEW, gone);
        step("clerk", gone, "submit", Map.of());

        var corrected = keep(Fate.CORRECTED, published(Fate.CORRECTED));
        correct(Fate.CORRECTION_PUBLISHED, corrected);
        publishCorrection(corrected);

        var both = keep(Fate.CORRECTED_THEN_WITHDRAWN, published(Fate.CORRECTED_THEN_WITHDRAWN));
        correct(Fate.CORRECTION_WITHDRAWN, both);
        publishCorrection(both);
        withdrawn(both);
    }

    /** Each document is the answer to a request, as 依申请公开选登 prepares it. */
    private void answerARequestByEach() {
        for (var id : world.stream().map(Planted::id).distinct().toList()) {
            var request =
                    people.as("office")
                            .post(
                                    "/api/v1/requests",
                                    RequestSamples.input(Map.of("channel", "in-person")))
                            .expect(201)
                            .number("/id");
            database.sql(
                            """
                            INSERT INTO request_log_entry (document_id, case_id, person_id, prepared_at)
                            VALUES (CAST(:document AS uuid), :request, 1, '2028-03-01T09:00:00+08:00')
                            """)
                    .param("document", id)
                    .param("request", request)
                    .update();
        }
    }

    private String published(Fate fate) {
        clock.advance(Duration.ofMinutes(1));
        return people.published(input(fate));
    }

    private void publishCorrection(String id) {
        clock.advance(Duration.ofMinutes(1));
        step("clerk", id, "submit", Map.of());
        DemoPeople.SIGNERS.forEach(it -> people.sign(it, id).expect(200));
        step("office", id, "publish", Map.of());
    }

    private void correct(Fate fate, String id) {
        var text = PlantedDocument.plant(people, fate.code());
        step("clerk", id, "correct", text.correction(OLD_COLUMN));
        world.add(new Planted(fate, id, text, number(id), true));
    }

    private void withdrawn(String id) {
        step("office", id, "withdraw", Map.of("reason", "有误", "legalBasis", "条例第十五条"));
    }

    private void step(String who, String id, String step, Map<String, ?> body) {
        people.step(who, id, step, body).expect(200);
    }

    private Map<String, Object> input(Fate fate) {
        waiting = PlantedDocument.plant(people, fate.code());
        return waiting.input(OLD_COLUMN);
    }

    private PlantedDocument waiting;

    private String keep(Fate fate, String id) {
        world.add(new Planted(fate, id, waiting, number(id), false));
        return id;
    }

    private String number(String id) {
        var number = people.read(id).json().at("/indexNumber");
        return number.isMissingNode() ? null : number.asString();
    }
}
