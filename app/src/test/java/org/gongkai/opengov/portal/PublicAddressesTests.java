package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddressBook;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.OwnAgencyTest;
import org.gongkai.testing.PublicWork;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OwnAgencyTest
@DisplayName("Public addresses (公开地址清单): what is named is there, and what is linked is named")
class PublicAddressesTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> FORMED = Map.of("formedOn", "2021-07-28");

    /** Answers that depend on what is asked: nobody can name them all. */
    private static final String ASKED =
            "/search.*|/deadline\\?.*|/deadline/days\\.csv.*|/request-(clock|fee)\\?.*|(/c/[^?]+|/catalogue)\\?.*&.*"
                    + "|(/c/[^?]+/list|/catalogue)\\.[a-z]+\\?.*&.*|/mistakes\\?.*|/desk.*|/api/.*";

    @LocalServerPort int port;
    @Autowired PublicAddressBook book;

    @Test
    void answerAsTheirKindSaysAndLeadOnlyToOthers() {
        makeSomeOfEverything();
        var named = named();

        var wrong = new TreeSet<String>();
        var linked = new TreeMap<String, String>();
        named.values().stream()
                .filter(it -> it.kind() != Kind.ASKED)
                .forEach(it -> look(it, wrong, linked));

        assertThat(wrong).isEmpty();
        linked.keySet().removeAll(named.keySet());
        linked.keySet().removeIf(it -> it.matches(ASKED) || isBelowOne(it, named));
        assertThat(linked).as("linked, but no PublicAddresses names them").isEmpty();
    }

    @Test
    void changeTheirStampWithTheDocumentAndWithWhatIsRelatedToIt() {
        var work = PublicWork.at(port).in("documents");
        var opinion = work.publish("notice", "关于清单的意见", "<p>意见。</p>", FORMED);
        var other = work.publish("notice", "与此无关的意见", "<p>意见。</p>", FORMED);
        var before = named();

        var reading =
                work.publish(
                        "normative-document",
                        "关于清单的规定",
                        "<p>规定。</p>",
                        Map.of(
                                "formedOn",
                                "2021-07-28",
                                "effectiveOn",
                                "2021-07-28",
                                "documentNumber",
                                "银环发〔2021〕77号",
                                "interpretedBy",
                                "关于清单的意见",
                                "issuer",
                                "银川市生态环境局",
                                "printedOn",
                                "2021-07-28",
                                "topic",
                                "环境监测",
                                "legalityReview",
                                "已通过合法性审核"));
        var related = named();
        work.withdraw(reading, "内容有误", "《政府信息公开条例》第六条");
        var withdrawn = named();
        work.correct(opinion, "有错字", "<p>意见改。</p>");
        var corrected = named();

        Function<Map<String, PublicAddress>, String> stamp =
                it -> String.valueOf(it.get(opinion.path()).stamp());
        assertThat(stamp.apply(related)).isNotEqualTo(stamp.apply(before));
        assertThat(stamp.apply(withdrawn)).isEqualTo(stamp.apply(before));
        assertThat(stamp.apply(corrected)).isNotEqualTo(stamp.apply(before));
        assertThat(corrected.get(other.path()).stamp()).isEqualTo(before.get(other.path()).stamp());
        assertThat(withdrawn.get(reading.path()).kind()).isEqualTo(Kind.GONE);
        assertThat(withdrawn).doesNotContainKey(reading.path() + "/print");
        assertThat(corrected).containsKey(opinion.path() + "/editions/2");
        assertThat(book.shared()).isEqualTo(book.shared());
    }

    private void makeSomeOfEverything() {
        var work = PublicWork.at(port);
        var corrected = work.publish("notice", "关于地址的通知", "<p>一。</p>", FORMED);
        work.correct(corrected, "有错字", "<p>二。</p>");
        work.withdraw(
                work.publish("notice", "撤回的通知", "<p>一。</p>", FORMED), "内容有误", "《政府信息公开条例》第六条");
        var people = DemoPeople.at(port);
        var bytes = "附件正文".getBytes(StandardCharsets.UTF_8);
        var kept = people.as("clerk").upload("/api/v1/files", "点位.txt", bytes, Map.of());
        var input = new LinkedHashMap<String, Object>(DemoPeople.notice("带附件的通知", "<p>见附件。</p>"));
        input.put(
                "attachments",
                List.of(Map.of("sha256", kept.expect(201).text("/sha256"), "name", "点位.txt")));
        people.published(input);
        for (var it = 0; it < 21; it++) {
            work.in("notices").publish("notice", "第" + it + "号公告", "<p>一。</p>", FORMED);
        }
    }

    private static boolean isBelowOne(String link, Map<String, PublicAddress> named) {
        var path = link.replaceAll("\\?.*", "");
        return named.values().stream()
                .filter(it -> it.kind() == Kind.ASKED)
                .map(PublicAddress::address)
                .anyMatch(it -> path.equals(it) || path.startsWith(it + "/"));
    }

    private void look(PublicAddress address, TreeSet<String> wrong, Map<String, String> linked) {
        var answer = get(address.address());
        var expected =
                switch (address.kind()) {
                    case GONE -> 410;
                    case MOVED -> 301;
                    default -> 200;
                };
        if (answer.statusCode() != expected) {
            wrong.add(address + " answers " + answer.statusCode());
        }
        var type = answer.headers().firstValue("content-type").orElse("");
        if (type.startsWith("text/html")) {
            Jsoup.parse(answer.body())
                    .select("[href^=/], [src^=/]")
                    .forEach(
                            it ->
                                    linked.putIfAbsent(
                                            (it.attr("href") + it.attr("src"))
                                                    .replaceAll("#.*", ""),
                                            "on " + address.address()));
        }
    }

    private Map<String, PublicAddress> named() {
        try (var all = book.all()) {
            return all.collect(
                    Collectors.toMap(
                            PublicAddress::address,
                            it -> it,
                            (first, second) -> {
                                throw new AssertionError("named twice: " + first);
                            },
                            LinkedHashMap::new));
        }
    }

    private HttpResponse<String> get(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
