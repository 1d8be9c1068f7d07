package org.gongkai.platform.transparencylog;

import java.util.Map;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of one draw (抽取的日志条目), {@code vdraw/1} section 4. Each names the draw, its running
 * number and, once it is frozen, the hash of its manifest.
 *
 * @param writer the module that draws
 * @param draw the draw's id
 * @param seq the agency's running number of draws
 * @param manifestHash 64 hexadecimal digits; null before the freeze
 */
public record DrawEvents(String writer, String draw, long seq, @Nullable String manifestHash) {

    /** Before the freeze. */
    public static DrawEvents of(String writer, String draw, long seq) {
        return new DrawEvents(writer, draw, seq, null);
    }

    /** Of the same draw, from its freeze on. */
    public DrawEvents frozenAs(String hash) {
        return new DrawEvents(writer, draw, seq, hash);
    }

    /**
     * 公告.
     *
     * @param mode {@code open} or {@code sealed}
     */
    public LogEvent announced(String mode) {
        return event(LeafKind.DRAW_ANNOUNCE, "mode", mode);
    }

    /** 冻结: what the manifest binds can be changed no more. */
    public LogEvent frozen() {
        if (manifestHash == null) {
            throw new IllegalStateException("A freeze names the manifest's hash");
        }
        return event(LeafKind.DRAW_FREEZE);
    }

    /**
     * 取数、开承诺: what a source disclosed.
     *
     * @param source its id in the manifest
     * @param kind {@code drand}, {@code nist}, {@code numbers} or {@code reveal}
     * @param disclosure as it will stand in the bundle
     */
    public LogEvent disclosed(String source, String kind, Object disclosure) {
        return event(
                LeafKind.DRAW_SOURCE, "source", source, "kind", kind, "disclosure", disclosure);
    }

    /**
     * 抽取.
     *
     * @param visits how many records the result has
     * @param root the head of their tree, 64 hexadecimal digits
     */
    public LogEvent drawn(long visits, String root) {
        return event(LeafKind.DRAW_RESULT, "n", visits, "root", root);
    }

    /**
     * 调整: binds the amendment itself, with its reason, and the root after it.
     *
     * @param number 1 for the first
     * @param amendment as it stands in the bundle
     * @param reason the reason's code, as the amendment has it
     */
    public LogEvent amended(
            int number, Map<String, ?> amendment, String reason, long visits, String root) {
        if (!reason.equals(amendment.get("reason"))) {
            throw new IllegalArgumentException("The amendment has another reason");
        }
        return event(
                LeafKind.DRAW_AMEND,
                "number",
                number,
                "amendment",
                CanonicalJson.object(amendment),
                "reason",
                reason,
                "n",
                visits,
                "root",
                root);
    }

    /** 揭示: the secret of a sealed draw, 64 hexadecimal digits. */
    public LogEvent revealed(String secret) {
        return event(LeafKind.DRAW_REVEAL, "secret", secret);
    }

    /** 作废: only before the first public source came out. */
    public LogEvent voided(String reason) {
        return event(LeafKind.DRAW_VOID, "reason", reason);
    }

    private LogEvent event(LeafKind kind, Object... keysAndValues) {
        SortedMap<String, Object> fields = CanonicalJson.object(keysAndValues);
        fields.put("draw", draw);
        fields.put("seq", seq);
        if (manifestHash != null) {
            fields.put("mh", manifestHash);
        }
        return new LogEvent(kind, writer, fields, null);
    }
}
