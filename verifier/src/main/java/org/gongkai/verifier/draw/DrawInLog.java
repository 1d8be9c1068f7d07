package org.gongkai.verifier.draw;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonObject;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.log.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * A draw held against the log (抽取与日志对照): rules C1, C3 and C5 of {@code vdraw/1} section 2.5, the
 * roots, and the amendments with their reasons.
 */
public final class DrawInLog {
    /** C1: how long before the first public source the freeze must be there. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Node bundle;
    private final VerifiedDraw draw;
    private final List<Leaf> leaves;
    private final Instant first;
    private final Instant last;

    private DrawInLog(Node bundle, VerifiedDraw draw, List<Leaf> leaves) {
        this.bundle = bundle;
        this.draw = draw;
        this.leaves = leaves;
        List<Instant> times =
                bundle.get("manifest").get("sources").items().stream()
                        .filter(it -> !it.get("kind").text().equals("reveal"))
                        .map(DrawInLog::comesOut)
                        .sorted()
                        .toList();
        this.first = times.get(0);
        this.last = times.get(times.size() - 1);
    }

    /**
     * Checks a recomputed draw against all leaves of the log.
     *
     * @param witnessed when witnesses had seen the freeze, if a receipt with their lines is there;
     *     else the time the log declares counts
     * @return the index of the leaf that froze it
     */
    public static int verify(
            Node bundle, VerifiedDraw draw, List<Leaf> leaves, Optional<Instant> witnessed) {
        return new DrawInLog(bundle, draw, leaves).verify(witnessed);
    }

    private int verify(Optional<Instant> witnessed) {
        int freeze = only("draw.freeze", "冻结");
        Instant frozen = witnessed.orElse(leaves.get(freeze).time());
        if (frozen.plus(AHEAD).isAfter(first)) {
            throw forged(
                    "C1：冻结不早于首个公共随机源 600 秒", "C1: not frozen 600 s before the first public source");
        }
        int result = only("draw.result", "结果");
        Leaf published = leaves.get(result);
        if (result < freeze || published.time().isBefore(last)) {
            throw forged("C5：结果早于最后一个随机源", "C5: the result is dated before the last source");
        }
        Expect.text(
                published.node().get("root"),
                draw.resultRoot(),
                "日志中的结果根不同",
                "another root in the log");
        Expect.integer(
                published.node().get("n"), draw.visits(), "日志中的条数不同", "another number in the log");
        checkVoid();
        checkNonces(freeze);
        checkAmendments(result);
        return freeze;
    }

    /**
     * C3: a draw may be called off only before the first public source came out; then it has no
     * result.
     */
    private void checkVoid() {
        if (!of("draw.void").isEmpty()) {
            throw forged("C3：这次抽取已作废，却有结果", "C3: called off, and yet with a result");
        }
    }

    /** C1: what a witness has said was in the log before the dice fell. */
    private void checkNonces(int freeze) {
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            @Nullable Node kind = leaf.node().find("kind");
            if (leaf.kind().equals("draw.source")
                    && isOurs(leaf)
                    && kind != null
                    && kind.text().equals("reveal")
                    && (i < freeze || !leaf.time().isBefore(first))) {
                throw forged(
                        "C1：见证随机数不在首个公共随机源之前公布",
                        "C1: a nonce was not opened before the first public source");
            }
        }
    }

    private void checkAmendments(int result) {
        List<Integer> logged = of("draw.amend");
        @Nullable Node node = bundle.find("amendments");
        List<Node> amendments = node == null ? List.of() : node.items();
        for (int i = 0; i < Math.min(logged.size(), amendments.size()); i++) {
            Node leaf = leaves.get(logged.get(i)).node();
            Node root = bundle.get("expect").get("amended_roots").items().get(i);
            if (logged.get(i) < result || !leaf.get("root").text().equals(root.text())) {
                throw root.differs(
                        leaf.get("root").text(), "变更后的根与日志不符", "another root in the log");
            }
            if (!holds(leaf, amendments.get(i))) {
                throw Refusal.forged(
                        amendments.get(i).path(),
                        "变更或其理由与日志不符",
                        "the log has another amendment, or reason");
            }
        }
        if (logged.size() != amendments.size()) {
            throw Refusal.differs(
                    "/amendments",
                    "[" + logged.size() + "]",
                    "[" + amendments.size() + "]",
                    "日志中的变更次数不同",
                    "another number of amendments in the log");
        }
    }

    private static boolean holds(Node leaf, Node amendment) {
        byte[] wanted = Canonical.bytes(amendment);
        return leaf.names().stream()
                .map(leaf::get)
                .filter(it -> it.value() instanceof JsonObject)
                .anyMatch(it -> Arrays.equals(Canonical.bytes(it.value()), wanted));
    }

    private int only(String kind, String chinese) {
        List<Integer> found = of(kind);
        if (found.size() != 1) {
            throw forged(
                    "日志中这次抽取的" + chinese + "应有一条，有 " + found.size() + " 条",
                    "one "
                            + kind
                            + " of this draw is wanted in the log, there are "
                            + found.size());
        }
        return found.get(0);
    }

    private List<Integer> of(String kind) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).kind().equals(kind) && isOurs(leaves.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    /** A leaf names its draw by the manifest's hash, else by the id, else by the running number. */
    private boolean isOurs(Leaf leaf) {
        for (String each : List.of("mh", "draw_id", "draw", "seq")) {
            @Nullable Node name = leaf.node().find(each);
            if (name != null) {
                return List.of(draw.manifestHash(), draw.drawId(), draw.seq())
                        .contains(name.value());
            }
        }
        return false;
    }

    private static Instant comesOut(Node source) {
        if (source.get("kind").text().equals("drand")) {
            long genesis = source.get("genesis").integer(0, JsonReader.LARGEST);
            long period = source.get("period").integer(1, JsonReader.LARGEST);
            long round = source.get("round").integer(1, JsonReader.LARGEST);
            return Instant.EPOCH
                    .plusSeconds(genesis)
                    .plus(Duration.ofSeconds(period).multipliedBy(round - 1));
        }
        try {
            return OffsetDateTime.parse(source.get("at").text()).toInstant();
        } catch (DateTimeException notATime) {
            throw source.get("at").malformed("应为带时区的时刻", "a moment with its offset is wanted");
        }
    }

    private static Refusal forged(String chinese, String english) {
        return Refusal.forged("/manifest", chinese, english);
    }
}
