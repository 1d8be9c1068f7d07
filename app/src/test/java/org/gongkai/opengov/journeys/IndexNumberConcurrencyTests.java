package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.ReviewDesk;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.search.SearchAudit;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 索引号: gapless per prefix and year, never given twice, however many publish at one instant. */
@DemoAgencyTest
@DisplayName("200 publications at one instant")
class IndexNumberConcurrencyTests {
    private static final int DOCUMENTS = 200;
    private static final int FAILING = 50;
    private static final ThreeGates PASSED = new ThreeGates(true, true, true);

    @Autowired DraftingDesk drafting;
    @Autowired ReviewDesk review;
    @Autowired PublishingDesk publishing;
    @Autowired DocumentDesk desk;
    @Autowired Organization organization;
    @Autowired SearchAudit search;
    @Autowired TestClock clock;
    @Autowired JdbcClient database;

    /** A year of its own, so that its numbers begin at 1 whatever other tests publish. */
    @BeforeEach
    void moveToAYearOfItsOwn() {
        clock.set("2024-05-08T09:00:00+08:00");
    }

    @Test
    void takeTwoHundredConsecutiveNumbersWhileOthersFail() throws Exception {
        var approved = IntStream.range(0, DOCUMENTS).mapToObj(it -> approved("并发" + it)).toList();
        var unsigned = IntStream.range(0, FAILING).mapToObj(it -> submitted("未签" + it)).toList();

        var outcomes = atOnce(mixed(approved, unsigned));

        assertThat(outcomes.stream().filter("refused"::equals)).hasSize(FAILING);
        assertThat(outcomes.stream().filter(it -> !it.equals("refused")).sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, DOCUMENTS)
                                .mapToObj("640100-113/2024-%05d"::formatted)
                                .toList());
        assertThat(sequencesOf2024())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, DOCUMENTS).boxed().toList());
        assertThat(search.compare().agree()).isTrue();
        assertThat(publicNow(approved)).isEqualTo(DOCUMENTS);
        assertThat(publicNow(unsigned)).isZero();
    }

    /** Two clerks of the office press "publish" for one document at the same instant. */
    @Test
    void ofOneDocumentAreOne() throws Exception {
        clock.set("2025-05-08T09:00:00+08:00");
        var id = approved("同时发布");

        var outcomes = atOnce(java.util.Collections.nCopies(8, publication(id)));

        assertThat(outcomes.stream().filter(it -> !it.equals("refused")))
                .containsExactly("640100-113/2025-00001");
        assertThat(
                        database.sql("SELECT count(*) FROM edition WHERE document_id = ?")
                                .param(id.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    private List<Callable<String>> mixed(List<DocumentId> good, List<DocumentId> bad) {
        var all = new ArrayList<Callable<String>>();
        for (int i = 0; i < good.size(); i++) {
            all.add(publication(good.get(i)));
            if (i % 4 == 0) {
                all.add(publication(bad.get(i / 4)));
            }
        }
        return all;
    }

    private Callable<String> publication(DocumentId id) {
        return () -> {
            try {
                return publishing.publish(person("office"), id).toString();
            } catch (Refusal refused) {
                return "refused";
            }
        };
    }

    private static List<String> atOnce(List<Callable<String>> work) throws Exception {
        var start = new CyclicBarrier(work.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    work.stream()
                            .map(
                                    it ->
                                            threads.submit(
                                                    () -> {
                                                        start.await();
                                                        return it.call();
                                                    }))
                            .toList();
            var outcomes = new ArrayList<String>();
            for (Future<String> each : running) {
                outcomes.add(result(each));
            }
            return outcomes;
        }
    }

    private static String result(Future<String> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("A publication failed", failed.getCause());
        }
    }

    private List<Integer> sequencesOf2024() {
        return database.sql(
                        "SELECT sequence FROM index_number WHERE prefix = '640100-113' AND year = 2024"
                                + " ORDER BY sequence")
                .query(Integer.class)
                .list();
    }

    private int publicNow(List<DocumentId> ids) {
        return database.sql("SELECT count(*) FROM public_document WHERE document_id IN (:ids)")
                .param("ids", ids.stream().map(DocumentId::value).toList())
                .query(Integer.class)
                .single();
    }

    private DocumentId approved(String title) {
        var id = submitted(title);
        for (var who : DemoPeople.SIGNERS) {
            var signer = person(who);
            review.sign(signer, id, desk.view(signer, id).copy().sha256(), PASSED, "同意");
        }
        return id;
    }

    private DocumentId submitted(String title) {
        var clerk = person("clerk");
        var id =
                drafting.create(
                        clerk,
                        new DocumentInput(
                                "notice",
                                title,
                                "重点工作",
                                "office",
                                "<p>正文。</p>",
                                "主动公开",
                                "《政府信息公开条例》第二十条第三项",
                                3,
                                Source.ours(),
                                Map.of("formedOn", "2021-07-28"),
                                null,
                                null));
        drafting.submit(clerk, id);
        return id;
    }

    private Actor person(String key) {
        var person = organization.personByKey(key).orElseThrow();
        return organization.actorOn(person.id(), LocalDate.now(clock));
    }
}
