package org.gongkai.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The people of the demo agency (演示机关人员) at work over the API, each with a token of their own:
 * draft, send, sign, publish.
 */
public final class DemoPeople {
    /** The password of every demo account, as the README has it. */
    public static final String PASSWORD = "gongkai-demo-2021";

    /** The levels of the usual route, in order. */
    public static final List<String> SIGNERS = List.of("head", "secrecy", "leader");

    private final ApiClient nobody;
    private final Map<String, ApiClient> signedIn = new ConcurrentHashMap<>();

    private DemoPeople(ApiClient nobody) {
        this.nobody = nobody;
    }

    /** At the program on this port. */
    public static DemoPeople at(int port) {
        return new DemoPeople(ApiClient.at(port));
    }

    /** Nobody in particular: a reader of what is public. */
    public ApiClient reader() {
        return nobody;
    }

    /** This person, signed in once. */
    public ApiClient as(String username) {
        return signedIn.computeIfAbsent(username, it -> nobody.signIn(it, PASSWORD));
    }

    /** A complete notice of the office section, to be changed as the test needs. */
    public static Map<String, Object> notice(String title, String bodyHtml) {
        var draft = new LinkedHashMap<String, Object>();
        draft.put("kind", "notice");
        draft.put("title", title);
        draft.put("column", "重点工作");
        draft.put("section", "office");
        draft.put("bodyHtml", bodyHtml);
        draft.put("attribute", "主动公开");
        draft.put("legalGround", "《政府信息公开条例》第二十条第三项");
        draft.put("article20Item", 3);
        draft.put("source", Map.of("own", true));
        draft.put("fields", Map.of("formedOn", "2021-07-28"));
        return draft;
    }

    /** Drafts it as the clerk; its id. */
    public String draft(Map<String, Object> input) {
        return as("clerk").post("/api/v1/documents", input).expect(201).text("/id");
    }

    /** Drafts it and sends it for review. */
    public String submitted(Map<String, Object> input) {
        var id = draft(input);
        step("clerk", id, "submit", Map.of()).expect(200);
        return id;
    }

    /** The same, signed at every level. */
    public String approved(Map<String, Object> input) {
        var id = submitted(input);
        SIGNERS.forEach(it -> sign(it, id).expect(200));
        return id;
    }

    /** The same, published; the id. */
    public String published(Map<String, Object> input) {
        var id = approved(input);
        step("office", id, "publish", Map.of()).expect(200);
        return id;
    }

    /** Takes a step; what the answer is worth is the caller's to say. */
    public ApiAnswer step(String who, String id, String step, Map<String, ?> body) {
        return as(who).post("/api/v1/documents/" + id + "/steps/" + step, body);
    }

    /** Signs what is current, through all three gates. */
    public ApiAnswer sign(String who, String id) {
        return step(who, id, "sign", signature(sha256(id)));
    }

    /** What a signature for this content sends. */
    public static Map<String, Object> signature(String sha256) {
        return Map.of(
                "sha256",
                sha256,
                "gates",
                Map.of("political", true, "secrecy", true, "wording", true),
                "opinion",
                "同意");
    }

    /** The document as the disclosure office reads it. */
    public ApiAnswer read(String id) {
        return as("office").get("/api/v1/documents/" + id).expect(200);
    }

    /** The hash of the document's current content. */
    public String sha256(String id) {
        return read(id).text("/sha256");
    }
}
