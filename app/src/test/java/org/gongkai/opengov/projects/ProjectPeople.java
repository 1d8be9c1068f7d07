package org.gongkai.opengov.projects;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoPeople;

/** The people of a key project at work over the API (重点项目经办人): one writes, another screens. */
final class ProjectPeople {
    static final String PROJECTS = "/api/v1/projects";
    static final String PUBLIC = "/api/v1/public/projects";

    final DemoPeople people;

    ProjectPeople(int port) {
        people = DemoPeople.at(port);
    }

    static byte[] pdf() {
        try (var document = new PDDocument()) {
            var out = new ByteArrayOutputStream();
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> project() {
        var project = new HashMap<String, Object>();
        project.put("name", "测试项目" + UUID.randomUUID());
        project.put("builder", "测试建设单位");
        project.put("investor", "测试投资方");
        project.put("district", "640104");
        project.put("kind", "treatment");
        project.put("importance", "减少入河污染物");
        project.put("state", "approached");
        project.put("from", "2021-01-04");
        return project;
    }

    long entered() {
        return people.as("approval-clerk")
                .post(PROJECTS, project())
                .expect(201)
                .number("/project/id");
    }

    long landed() {
        var id = entered();
        land(id).expect(201);
        return id;
    }

    ApiAnswer land(long id) {
        return people.as("approval-clerk")
                .upload(
                        PROJECTS + "/" + id + "/landing",
                        "协议.pdf",
                        pdf(),
                        Map.of("landedOn", "2021-06-10", "proof", "投资合作协议"));
    }

    long consented(long id, String stages, String kinds) {
        return people.as("approval-clerk")
                .upload(
                        PROJECTS + "/" + id + "/consents",
                        "同意书.pdf",
                        pdf(),
                        Map.of(
                                "givenBy",
                                "法定代表人",
                                "givenOn",
                                "2021-06-28",
                                "stages",
                                stages,
                                "kinds",
                                kinds))
                .expect(201)
                .number("/id");
    }

    ApiAnswer end(long id, long consent) {
        return people.as("approval-clerk")
                .post(
                        PROJECTS + "/" + id + "/consents/" + consent + "/end",
                        Map.of("endedOn", "2021-07-30", "endedBy", "法定代表人"));
    }

    /** An entry of talks whose first field may be public and whose second is a price. */
    long talks(long id) {
        return written(id, "approach", "talks");
    }

    long written(long id, String stage, String kind) {
        return people.as("approval-clerk")
                .post(
                        PROJECTS + "/" + id + "/entries",
                        Map.of(
                                "stage",
                                stage,
                                "kind",
                                kind,
                                "title",
                                "一次会谈",
                                "formedOn",
                                "2021-07-02",
                                "fields",
                                List.of(
                                        Map.of("name", "内容", "value", "再生水用途"),
                                        Map.of("name", "报价", "value", "每吨九角八分"))))
                .expect(201)
                .number("/id");
    }

    String at(long id, long entry) {
        return PROJECTS + "/" + id + "/entries/" + entry;
    }

    /** Screens the fields in order; a field without an outcome is left for later. */
    ApiAnswer screen(String who, long id, long entry, String... outcomes) {
        var fields = people.as("approval-clerk").get(at(id, entry)).expect(200).at("/fields");
        var found =
                IntStream.range(0, outcomes.length)
                        .mapToObj(
                                it ->
                                        Map.<String, Object>of(
                                                "id",
                                                fields.get(it).at("/id").asLong(),
                                                "outcome",
                                                outcomes[it],
                                                "ground",
                                                outcomes[it].equals("open") ? "" : "条例第十五条"))
                        .toList();
        return people.as(who).post(at(id, entry) + "/screening", Map.of("fields", found));
    }

    ApiAnswer draft(long id, long entry) {
        return people.as("approval-clerk").post(at(id, entry) + "/draft", Map.of());
    }

    /** The draft, signed at every level. */
    String approved(long id, long entry) {
        var document = draft(id, entry).expect(201).text("/document");
        people.step("approval-clerk", document, "submit", Map.of()).expect(200);
        for (var signer : List.of("approval-head", "secrecy", "leader2")) {
            people.sign(signer, document).expect(200);
        }
        return document;
    }

    ApiAnswer publish(String document) {
        return people.step("office", document, "publish", Map.of());
    }

    /** Published; its index number. */
    String published(long id, long entry) {
        return publish(approved(id, entry)).expect(200).text("/indexNumber");
    }

    String standing(long id, long entry) {
        return people.as("approval-clerk").get(at(id, entry)).expect(200).text("/standing");
    }
}
