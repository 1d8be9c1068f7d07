package org.gongkai.opengov.pushing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicChange;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("A push to the city's platform — 推送")
class PushModuleTests extends PushingTest {
    @Autowired Outbox outbox;
    @Autowired Pushes pushes;
    @Autowired PushMessages messages;
    @Autowired CityPlatform platform;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;

    @Test
    void carriesThePublishedDocumentAndKeepsTheReceipt() {
        var kept =
                people.as("clerk")
                        .upload(
                                "/api/v1/files",
                                "附件一.txt",
                                "附件正文".getBytes(StandardCharsets.UTF_8),
                                Map.of())
                        .expect(201);
        var draft = new HashMap<>(DemoPeople.notice("推送的公告", "<p>推送的正文。</p>"));
        draft.put(
                "attachments", List.of(Map.of("sha256", kept.text("/sha256"), "name", "附件一.txt")));
        var id = people.published(draft);
        var number = people.read(id).text("/indexNumber");

        workOff();

        var message = CITY.receivedOf(id).getFirst();
        assertThat(message.trusted()).isTrue();
        assertThat(message.text("/operation")).isEqualTo("publish");
        assertThat(message.text("/idempotencyKey")).isEqualTo(id + ".1.publish.1");
        assertThat(message.text("/indexNumber")).isEqualTo(number);
        assertThat(message.text("/page")).isEqualTo("https://sthjj.example.gov.cn/d/" + number);
        assertThat(message.text("/agency/name")).isEqualTo("银川市生态环境局");
        assertThat(message.text("/content/title")).isEqualTo("推送的公告");
        assertThat(message.text("/content/bodyHtml")).contains("推送的正文。");
        assertThat(message.text("/content/publishedAt")).isEqualTo("2021-07-30T09:00:00+08:00");
        assertThat(message.json().at("/content/column").findValuesAsString("key"))
                .endsWith("key-work");
        assertThat(message.text("/content/attachments/0/sha256")).isEqualTo(kept.text("/sha256"));
        assertThat(message.text("/content/attachments/0/address"))
                .isEqualTo("https://sthjj.example.gov.cn/files/" + kept.text("/sha256") + ".txt");
        var push = newest(id);
        assertThat(push.at("/state").asString()).isEqualTo("received");
        assertThat(push.at("/receipt").asString()).startsWith("HZ-");
        assertThat(push.at("/externalIndexNumber").asString()).startsWith("YC-113-");
        assertThat(push.at("/receivedAt").asString()).isEqualTo("2021-07-30T09:00:05+08:00");
    }

    @Test
    void followsTheDocumentThroughItsWholePublicLife() {
        var id = published("一生的公告");
        workOff();
        people.step("clerk", id, "correct", Map.of("note", "更正电话", "bodyHtml", "<p>新正文。</p>"))
                .expect(200);
        people.step("clerk", id, "submit", Map.of()).expect(200);
        DemoPeople.SIGNERS.forEach(it -> people.sign(it, id).expect(200));
        people.step("office", id, "publish", Map.of()).expect(200);
        workOff();
        withdraw(id);
        workOff();
        restore(id);
        workOff();
        withdraw(id);
        workOff();

        assertThat(CITY.receivedOf(id))
                .extracting(it -> it.text("/idempotencyKey"))
                .containsExactly(
                        id + ".1.publish.1",
                        id + ".2.correct.2",
                        id + ".2.withdraw.3",
                        id + ".2.restore.4",
                        id + ".2.withdraw.5");
        var corrected = CITY.receivedOf(id).get(1);
        assertThat(corrected.text("/content/correctionNote")).isEqualTo("更正电话");
        var withdrawn = CITY.receivedOf(id).get(2);
        assertThat(withdrawn.json().has("content")).isFalse();
        assertThat(withdrawn.text("/withdrawal/reason")).isEqualTo("含有个人信息");
        assertThat(withdrawn.text("/withdrawal/legalBasis")).isEqualTo("《政府信息公开条例》第十五条");
        assertThat(states(id)).containsOnly("received");
    }

    @Test
    void tellsOfAPurgeAndNothingOfItsContent() {
        var id = published("误传的公告词");
        workOff();
        people.step("office", id, "purge", Map.of("ground", "误传")).expect(200);
        people.step("secrecy", id, "purge", Map.of("ground", "误传")).expect(204);

        workOff();

        var purge = CITY.receivedOf(id).getLast();
        assertThat(purge.text("/operation")).isEqualTo("purge");
        assertThat(new String(purge.body(), StandardCharsets.UTF_8)).doesNotContain("误传");
    }

    @Test
    void isNeverMadeOfWhatIsNotPublicAnyMore() {
        var id = published("来不及推送的公告");
        withdraw(id);

        workOff();

        assertThat(CITY.receivedOf(id))
                .singleElement()
                .satisfies(it -> assertThat(it.text("/operation")).isEqualTo("withdraw"))
                .satisfies(
                        it ->
                                assertThat(new String(it.body(), StandardCharsets.UTF_8))
                                        .doesNotContain("来不及推送"));
        assertThat(states(id)).containsExactly("overtaken", "received");
    }

    @Test
    void isNotMadeOfDrafts() {
        var id = people.approved(DemoPeople.notice("只是审定的公告", "<p>正文。</p>"));

        workOff();

        assertThat(CITY.receivedOf(id)).isEmpty();
        people.as("office")
                .get("/api/v1/pushes?document=" + id)
                .expect(200)
                .at("/items")
                .forEach(it -> assertThat(it).isNull());
    }

    @Test
    void waitsLongerAfterEachFailureAndThenWaitsForAPerson() {
        var id = published("平台停机时的公告");
        CITY.then(
                CityServer.status(500, ""),
                CityServer.status(500, ""),
                CityServer.status(500, "{\"message\":\"正在维护\"}"));

        workOff();
        assertThat(newest(id).at("/state").asString()).isEqualTo("waiting");
        assertThat(newest(id).at("/dueAt").asString()).isEqualTo("2021-07-30T09:01:00+08:00");
        clock.advance(Duration.ofSeconds(59));
        assertThat(worker.turn()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        workOff();
        assertThat(newest(id).at("/dueAt").asString()).isEqualTo("2021-07-30T09:03:00+08:00");
        clock.advance(Duration.ofMinutes(2));
        workOff();

        var dead = newest(id);
        assertThat(dead.at("/state").asString()).isEqualTo("dead");
        assertThat(dead.at("/attempts").asInt()).isEqualTo(3);
        clock.advance(Duration.ofDays(2));
        assertThat(worker.turn()).isFalse();
        people = DemoPeople.at(port);
        var path = "/api/v1/pushes/" + dead.at("/id").asLong();
        assertThat(people.as("office").get(path).expect(200).text("/attemptsMade/2/detail"))
                .isEqualTo("500 正在维护");
        assertThat(people.as("office").get(path).text("/attemptsMade/0/code")).isEqualTo("status");

        people.as("office").post(path + "/steps/retry", Map.of("reason", "平台已恢复")).expect(200);
        workOff();
        assertThat(newest(id).at("/state").asString()).isEqualTo("received");
        assertThat(CITY.receivedOf(id))
                .extracting(it -> it.text("/idempotencyKey"))
                .containsOnly(id + ".1.publish.1");
    }

    @Test
    void isGivenUpAtOnceWhenThePlatformRefusesIt() {
        var id = published("被拒收的公告");
        CITY.then(CityServer.status(422, "{\"message\":\"栏目不存在\"}"));

        workOff();

        assertThat(newest(id).at("/state").asString()).isEqualTo("dead");
    }

    @Test
    void ofAWithdrawalDoesNotWaitBehindAFailedOne() {
        var id = published("失败后撤回的公告");
        CITY.then(CityServer.status(422, ""));
        workOff();

        withdraw(id);
        workOff();

        assertThat(states(id)).containsExactly("overtaken", "received");
        assertThat(CITY.receivedOf(id).getLast().text("/operation")).isEqualTo("withdraw");
    }

    @Test
    void thatWasUnderWayIsNotOvertakenByTheNext() throws Exception {
        var id = published("正在推送的公告");
        var arrived = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        CITY.then(
                call -> {
                    arrived.countDown();
                    await(goOn);
                    call.sendResponseHeaders(500, -1);
                });
        try (var thread = Executors.newSingleThreadExecutor()) {
            var sending = thread.submit(worker::turn);
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            withdraw(id);

            assertThat(worker.turn()).as("the withdrawal waits for the answer").isFalse();

            goOn.countDown();
            assertThat(sending.get(20, TimeUnit.SECONDS)).isTrue();
        }
        workOff();
        assertThat(CITY.receivedOf(id))
                .extracting(it -> it.text("/operation"))
                .containsExactly("publish", "withdraw");
        assertThat(states(id)).containsExactly("overtaken", "received");
    }

    @Test
    void isTakenByOneSenderAtATimeAndAgainWhenItWasStopped() {
        var id = published("中途停止的公告");
        var claimed = outbox.claim(Duration.ofMinutes(1)).orElseThrow();
        assertThat(claimed.document()).hasToString(id);

        assertThat(outbox.claim(Duration.ofMinutes(1))).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        workOff();

        assertThat(newest(id).at("/state").asString()).isEqualTo("received");
        assertThat(newest(id).at("/attempts").asInt()).isEqualTo(2);
        assertThat(outbox.settle(claimed, new Delivery.HandedOver(), 3))
                .as("the first sender comes too late")
                .isFalse();
        assertThat(newest(id).at("/state").asString()).isEqualTo("received");
    }

    @Test
    void isWrittenWithThePublicationOrNotAtAll() {
        var document = DocumentId.create();
        var change =
                new PublicChange(
                        document,
                        new AgencyId(1),
                        new IndexNumber("640100-113", 2021, 99_999),
                        1,
                        PublicChange.What.PUBLISHED,
                        clock.instant());

        assertThatThrownBy(() -> events.publishEvent(change))
                .as("never outside a transaction")
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(
                it -> {
                    events.publishEvent(change);
                    assertThat(pushes.know(document)).isTrue();
                    it.setRollbackOnly();
                });
        assertThat(pushes.know(document)).isFalse();
    }

    @Test
    void followsWhatWasPushedEvenWhileSwitchedOff() {
        var off =
                new PushWorker(
                        outbox,
                        pushes,
                        messages,
                        platform,
                        new PushSettings(new PushSettings.Destination.None(), "", 3),
                        false);
        var known = new DocumentId(UUID.fromString(published("关闭推送前的公告")));
        var unknown = DocumentId.create();

        transaction.executeWithoutResult(
                it -> {
                    off.queue(withdrawn(known));
                    off.queue(withdrawn(unknown));
                });

        assertThat(states(known.toString())).containsExactly("overtaken", "waiting");
        assertThat(pushes.know(unknown)).isFalse();
    }

    private PublicChange withdrawn(DocumentId document) {
        return new PublicChange(
                document,
                new AgencyId(1),
                new IndexNumber("640100-113", 2021, 99_998),
                1,
                PublicChange.What.WITHDRAWN,
                clock.instant());
    }

    @Test
    void namesOnlyWhatWasPushed() {
        assertThat(pushes.named("nothing")).isEmpty();
        assertThat(pushes.named(UUID.randomUUID() + ".1.publish.1")).isEmpty();
        var id = published("有名的公告");
        assertThat(pushes.named(id + ".1.publish.1")).isPresent();
        assertThat(pushes.named(id + ".1.withdraw.1")).isEmpty();
        assertThat(pushes.named(id + ".2.publish.1")).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
