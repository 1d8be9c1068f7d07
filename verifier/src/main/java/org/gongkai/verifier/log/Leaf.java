package org.gongkai.verifier.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;

/** One event in the log (日志条目): canonical JSON with its kind and its declared time. */
public final class Leaf {
    private static final int LONGEST = 65_535;
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+08:00");
    private static final Set<String> KINDS =
            Set.of(
                    "doc.publish",
                    "doc.revise",
                    "doc.withdraw",
                    "doc.restore",
                    "req.received",
                    "req.correction",
                    "req.thirdparty",
                    "req.extended",
                    "req.suspended",
                    "req.resumed",
                    "req.answered",
                    "req.closed",
                    "req.reconsidered",
                    "stat.month",
                    "draw.announce",
                    "draw.freeze",
                    "draw.source",
                    "draw.result",
                    "draw.amend",
                    "draw.reveal",
                    "draw.void",
                    "log.genesis",
                    "log.key",
                    "log.policy",
                    "log.beat");

    private final Node node;
    private final String kind;
    private final Instant time;

    private Leaf(Node node, String kind, Instant time) {
        this.node = node;
        this.kind = kind;
        this.time = time;
    }

    /** Reads a leaf and refuses one the log may not hold. */
    public static Leaf read(byte[] bytes) {
        Node node = JsonReader.read(bytes);
        if (bytes.length > LONGEST || !Arrays.equals(Canonical.bytes(node), bytes)) {
            throw Refusal.malformed("", "日志条目不是规范 JSON", "a leaf that is not canonical JSON");
        }
        node.get("v").oneOf("govlog/1");
        String kind = node.get("k").text();
        if (!KINDS.contains(kind)) {
            throw node.get("k").malformed("不认识的条目种类", "an unknown kind of leaf");
        }
        if (kind.startsWith("req.")) {
            node.only(Set.of("v", "k", "t", "c")).get("c").hex(Suite.LENGTH);
        }
        return new Leaf(node, kind, time(node.get("t")));
    }

    private static Instant time(Node node) {
        if (TIME.matcher(node.text()).matches()) {
            try {
                return OffsetDateTime.parse(node.text()).toInstant();
            } catch (DateTimeParseException noSuchDay) {
                // Said below.
            }
        }
        throw node.malformed(
                "应为北京时间 YYYY-MM-DDThh:mm:ss+08:00", "YYYY-MM-DDThh:mm:ss+08:00 is wanted");
    }

    /** The leaf itself. */
    public Node node() {
        return node;
    }

    /** Its kind, as {@code draw.result}. */
    public String kind() {
        return kind;
    }

    /** When it is said to have happened. */
    public Instant time() {
        return time;
    }
}
