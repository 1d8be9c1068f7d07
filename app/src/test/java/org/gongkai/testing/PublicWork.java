package org.gongkai.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The work of publishing, done over the API by the demo agency's people (发布流程), for tests that need
 * public documents.
 */
public final class PublicWork {
    private static final String PASSWORD = "gongkai-demo-2021";

    private final ApiClient nobody;
    private final String column;

    private PublicWork(ApiClient nobody, String column) {
        this.nobody = nobody;
        this.column = column;
    }

    /** At the program on this port. */
    public static PublicWork at(int port) {
        return new PublicWork(ApiClient.at(port), "key-work");
    }

    /** The same work, published in another column. */
    public PublicWork in(String column) {
        return new PublicWork(nobody, column);
    }

    /** A document through every level; its index number. */
    public Published publish(String kind, String title, String body, Map<String, String> fields) {
        var id =
                as("clerk")
                        .post("/api/v1/documents", draft(kind, title, body, fields))
                        .expect(201)
                        .text("/id");
        step("clerk", id, "submit", Map.of());
        return signedAndPublished(id);
    }

    /** Corrects a published document, through every level again. */
    public Published correct(Published published, String note, String body) {
        step("clerk", published.id(), "correct", Map.of("note", note, "bodyHtml", body));
        step("clerk", published.id(), "submit", Map.of());
        return signedAndPublished(published.id());
    }

    /** Takes it back. */
    public void withdraw(Published published, String reason, String legalBasis) {
        step(
                "office",
                published.id(),
                "withdraw",
                Map.of("reason", reason, "legalBasis", legalBasis));
    }

    /** A public document. */
    public record Published(String id, String indexNumber) {
        /** Address of its page. */
        public String path() {
            return "/d/" + indexNumber;
        }
    }

    private Published signedAndPublished(String id) {
        for (var level : List.of("head", "secrecy", "leader")) {
            var sha256 = as(level).get("/api/v1/documents/" + id).expect(200).text("/sha256");
            step(
                    level,
                    id,
                    "sign",
                    Map.of(
                            "sha256",
                            sha256,
                            "gates",
                            Map.of("political", true, "secrecy", true, "wording", true),
                            "opinion",
                            "同意"));
        }
        return new Published(id, step("office", id, "publish", Map.of()).text("/indexNumber"));
    }

    private Map<String, Object> draft(
            String kind, String title, String body, Map<String, String> fields) {
        var draft = new LinkedHashMap<String, Object>();
        draft.put("kind", kind);
        draft.put("title", title);
        draft.put("column", column);
        draft.put("section", "office");
        draft.put("bodyHtml", body);
        draft.put("attribute", "主动公开");
        draft.put("legalGround", "《政府信息公开条例》第二十条第三项");
        draft.put("article20Item", 3);
        draft.put("source", Map.of("own", true));
        draft.put("fields", fields);
        return draft;
    }

    private ApiAnswer step(String who, String id, String step, Map<String, Object> body) {
        return as(who).post("/api/v1/documents/" + id + "/steps/" + step, body).expect(200);
    }

    private ApiClient as(String who) {
        return nobody.signIn(who, PASSWORD);
    }
}
