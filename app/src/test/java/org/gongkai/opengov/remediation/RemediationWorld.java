package org.gongkai.opengov.remediation;

import java.util.HashMap;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.PublicWork.Published;

/**
 * RemediationProjects of water for tests, written by clerk2 and released by head2, over the API.
 */
final class RemediationWorld {
    static final String PROJECTS = "/api/v1/remediation/projects";
    static final String PUBLIC = "/api/v1/public/remediation";

    final DemoPeople people;
    private final PublicWork work;

    RemediationWorld(int port) {
        this.people = DemoPeople.at(port);
        this.work = PublicWork.at(port).in("remediation");
    }

    /** A published notice. */
    Published document(String title) {
        return work.publish("notice", title, "<p>正文。</p>", Map.of("formedOn", "2021-07-28"));
    }

    void withdraw(Published document) {
        work.withdraw(document, "内容有误", "《政府信息公开条例》第六条");
    }

    static Map<String, Object> facts(String name) {
        var facts = new HashMap<String, Object>();
        facts.put("medium", "water");
        facts.put("name", name);
        facts.put("district", "640106");
        facts.put("cause", "年度水污染防治攻坚任务");
        facts.put("basis", "银生环发〔2021〕12号");
        facts.put("unit", "市市政管理局");
        facts.put("head", "高工（处长）");
        facts.put("start", "2021-03-01");
        facts.put("deadline", "2021-09-30");
        return facts;
    }

    /** A project as clerk2 enters it; its id. */
    long entered(String name) {
        return people.as("clerk2").post(PROJECTS, facts(name)).expect(201).number("/id");
    }

    /** The same with a stage whose document is published, released: it is public. */
    long open(String name) {
        var id = entered(name);
        stage(id, "notice", "2021-07-28", document("关于开展" + name + "的通知").indexNumber());
        release("head2", id).expect(200);
        return id;
    }

    ApiAnswer stage(long id, String kind, String formedOn, String document) {
        return people.as("clerk2")
                .post(
                        PROJECTS + "/" + id + "/stages",
                        Map.of("kind", kind, "formedOn", formedOn, "document", document))
                .expect(201);
    }

    ApiAnswer read(long id) {
        return people.as("clerk2").get(PROJECTS + "/" + id).expect(200);
    }

    String numberOf(long id) {
        return read(id).text("/number");
    }

    /** What everybody reads of it. */
    ApiAnswer published(long id) {
        return people.reader().get(PUBLIC + "/" + numberOf(id));
    }

    ApiAnswer release(String who, long id) {
        return step(who, id, "release", Map.of("sha256", read(id).text("/sha256")));
    }

    ApiAnswer giveBack(String who, long id, String reason) {
        return step(
                who, id, "give-back", Map.of("sha256", read(id).text("/sha256"), "reason", reason));
    }

    ApiAnswer step(String who, long id, String step, Map<String, String> body) {
        return people.as(who).post(PROJECTS + "/" + id + "/steps/" + step, body);
    }
}
