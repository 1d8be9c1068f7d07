package org.gongkai.verifier.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may ask of a log (公开规则), leaf by leaf, in order: {@code govlog/1} section 3.5.
 * Time does not run backwards; documents follow from version to version, and one withdrawn says
 * why; draws are numbered without gaps and take their steps in order; figures of a month are those
 * that one counts.
 */
final class LogRules {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.ofHours(8));

    private final Map<String, Document> documents = new HashMap<>();
    private final Map<String, Draw> draws = new HashMap<>();
    private final Map<String, Long> lastOfSeries = new HashMap<>();
    private final Map<String, Map<String, Long>> months = new HashMap<>();
    private Instant last = Instant.MIN;

    private LogRules() {}

    /** Refuses the first leaf that breaks a rule, by its place. */
    static List<Leaf> check(List<Leaf> leaves) {
        LogRules rules = new LogRules();
        for (int index = 0; index < leaves.size(); index++) {
            try {
                rules.take(index, leaves.get(index));
            } catch (Refusal refusal) {
                throw refusal.at("/" + index);
            }
        }
        return leaves;
    }

    private void take(int index, Leaf leaf) {
        if (leaf.time().isBefore(last)) {
            throw broken(leaf, "t", "条目时间倒退", "declared time runs backwards");
        }
        last = leaf.time();
        String kind = leaf.kind();
        if (kind.equals("log.genesis") && index > 0) {
            throw broken(leaf, "k", "创世条目不在开头", "the genesis is not the first leaf");
        }
        if (kind.startsWith("doc.")) {
            document(index, leaf);
        } else if (kind.startsWith("draw.")) {
            draw(leaf);
        } else if (kind.startsWith("req.")) {
            months.computeIfAbsent(MONTH.format(leaf.time()), it -> new TreeMap<>())
                    .merge(kind, 1L, Long::sum);
        } else if (kind.equals("stat.month")) {
            figures(leaf);
        }
    }

    /** The state of a document after its last event. */
    private record Document(int index, long version, @Nullable String content, boolean shown) {}

    private void document(int index, Leaf leaf) {
        Node node = leaf.node();
        String name = node.get("doc").text();
        @Nullable Document before = documents.get(name);
        long version = node.get("ver").integer(1, JsonReader.LARGEST);
        if (before == null) {
            require(
                    leaf.kind().equals("doc.publish") && version == 1,
                    leaf,
                    "ver",
                    "首次出现的文件应为第1版发布",
                    "a document begins with the publication of version 1");
            documents.put(name, new Document(index, 1, content(node), true));
            return;
        }
        require(
                node.get("prev").integer(0, JsonReader.LARGEST) == before.index,
                leaf,
                "prev",
                "prev 不是该文件的上一条",
                "prev is not the document's last event");
        documents.put(name, next(index, leaf, before, version));
    }

    private Document next(int index, Leaf leaf, Document before, long version) {
        Node node = leaf.node();
        switch (leaf.kind()) {
            case "doc.revise" -> {
                require(
                        before.shown && version == before.version + 1,
                        leaf,
                        "ver",
                        "修订应接着已公开的上一版",
                        "a revision follows the version that is shown");
                return new Document(index, version, content(node), true);
            }
            case "doc.withdraw" -> {
                require(
                        before.shown && version == before.version,
                        leaf,
                        "ver",
                        "撤回的应是公开着的那一版",
                        "what is withdrawn is the version that is shown");
                require(
                        !node.get("reason").text().isBlank() && !node.get("basis").text().isBlank(),
                        leaf,
                        "reason",
                        "撤回应写明理由和依据",
                        "a withdrawal says why and on what ground");
                return new Document(index, version, before.content, false);
            }
            case "doc.restore" -> {
                require(
                        !before.shown
                                && version == before.version
                                && content(node).equals(before.content),
                        leaf,
                        "c",
                        "恢复的应是撤回的那一版",
                        "what is restored is what was withdrawn");
                return new Document(index, version, before.content, true);
            }
            default -> throw broken(leaf, "k", "文件不能发布两次", "a document is not published twice");
        }
    }

    private static String content(Node node) {
        return node.get("c").text();
    }

    /** How far a draw has come. */
    private static final class Draw {
        final long number;
        final List<String> steps = new ArrayList<>();
        boolean publicSource;

        Draw(long number) {
            this.number = number;
        }

        boolean has(String step) {
            return steps.contains(step);
        }
    }

    private void draw(Leaf leaf) {
        String step = leaf.kind().substring("draw.".length());
        @Nullable Node name = leaf.node().find("draw");
        @Nullable Node seq = leaf.node().find("seq");
        if (name == null || seq == null) {
            return; // named by its manifest alone: the draw's bundle tells which it is
        }
        long number = seq.integer(1, JsonReader.LARGEST);
        if (step.equals("announce")) {
            announced(leaf, name.text(), number);
            return;
        }
        @Nullable Draw draw = draws.get(name.text());
        if (draw == null || draw.number != number) {
            throw broken(leaf, "draw", "这次抽取没有公告过", "this draw was not announced");
        }
        require(
                isInOrder(step, draw) && !draw.has("void"),
                leaf,
                "k",
                "抽取步骤次序不对",
                "steps of a draw out of order");
        if (step.equals("source")) {
            source(leaf, draw);
        }
        draw.steps.add(step);
    }

    private void announced(Leaf leaf, String name, long number) {
        int slash = name.lastIndexOf('/');
        String series = slash < 0 ? "" : name.substring(0, slash);
        require(
                number == lastOfSeries.getOrDefault(series, 0L) + 1 && !draws.containsKey(name),
                leaf,
                "seq",
                "抽取编号有空缺或重复",
                "numbers of draws have a gap, or one twice");
        lastOfSeries.put(series, number);
        draws.put(name, new Draw(number));
    }

    private static boolean isInOrder(String step, Draw draw) {
        return switch (step) {
            case "freeze", "void" -> !draw.has(step) && !draw.has("result");
            case "source" -> draw.has("freeze") && !draw.has("result");
            case "result" -> draw.has("freeze") && !draw.has("result");
            case "amend" -> draw.has("result");
            case "reveal" -> draw.has("result") && !draw.has("reveal");
            default -> false;
        };
    }

    /** C1: nonces are opened before the dice fall, and the dice fall before the result. */
    private static void source(Leaf leaf, Draw draw) {
        boolean nonce = leaf.node().get("kind").text().equals("reveal");
        require(
                !nonce || !draw.publicSource,
                leaf,
                "kind",
                "见证随机数晚于公共随机源",
                "a nonce after a public source");
        draw.publicSource |= !nonce;
    }

    private void figures(Leaf leaf) {
        String month = leaf.node().get("month").text();
        Map<String, Long> counted = months.getOrDefault(month, Map.of());
        Node counts = leaf.node().get("counts");
        Map<String, Long> told = new TreeMap<>();
        for (String kind : counts.names()) {
            long count = counts.get(kind).integer(0, JsonReader.LARGEST);
            if (count > 0) {
                told.put(kind, count);
            }
        }
        require(
                told.equals(new TreeMap<>(counted)),
                leaf,
                "counts",
                "月度数字与条目数不符",
                "figures of the month are not those of its leaves");
    }

    private static void require(
            boolean holds, Leaf leaf, String field, String chinese, String english) {
        if (!holds) {
            throw broken(leaf, field, chinese, english);
        }
    }

    private static Refusal broken(Leaf leaf, String field, String chinese, String english) {
        return Refusal.forged("/" + field, chinese, english + " (" + leaf.kind() + ")");
    }
}
