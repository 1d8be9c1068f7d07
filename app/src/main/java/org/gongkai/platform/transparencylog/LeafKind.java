package org.gongkai.platform.transparencylog;

/** The kinds of leaf (日志条目种类), a closed list: {@code govlog/1} section 3. */
public enum LeafKind {
    DOC_PUBLISH("doc.publish"),
    DOC_REVISE("doc.revise"),
    DOC_WITHDRAW("doc.withdraw"),
    DOC_RESTORE("doc.restore"),
    REQ_RECEIVED("req.received"),
    REQ_CORRECTION("req.correction"),
    REQ_THIRDPARTY("req.thirdparty"),
    REQ_EXTENDED("req.extended"),
    REQ_SUSPENDED("req.suspended"),
    REQ_RESUMED("req.resumed"),
    REQ_ANSWERED("req.answered"),
    REQ_CLOSED("req.closed"),
    REQ_RECONSIDERED("req.reconsidered"),
    STAT_MONTH("stat.month"),
    DRAW_ANNOUNCE("draw.announce"),
    DRAW_FREEZE("draw.freeze"),
    DRAW_SOURCE("draw.source"),
    DRAW_RESULT("draw.result"),
    DRAW_AMEND("draw.amend"),
    DRAW_REVEAL("draw.reveal"),
    DRAW_VOID("draw.void"),
    LOG_GENESIS("log.genesis"),
    LOG_KEY("log.key"),
    LOG_POLICY("log.policy"),
    LOG_BEAT("log.beat");

    private final String slug;

    LeafKind(String slug) {
        this.slug = slug;
    }

    /** The name in a leaf. */
    public String slug() {
        return slug;
    }

    /** What it is about: {@code doc}, {@code req}, {@code stat}, {@code draw} or {@code log}. */
    public String family() {
        return slug.substring(0, slug.indexOf('.'));
    }

    static LeafKind of(String slug) {
        for (var each : values()) {
            if (each.slug.equals(slug)) {
                return each;
            }
        }
        throw new IllegalArgumentException("No kind of leaf: " + slug);
    }
}
