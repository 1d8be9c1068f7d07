package org.gongkai.platform.draw;

/** Is told how far a draw has come (抽取进度). Called from several threads. */
@FunctionalInterface
public interface DrawProgress {
    /** Nobody wants to know. */
    DrawProgress UNSEEN = (stage, done, of) -> {};

    /** What a draw consists of, in turn. */
    enum Stage {
        /** The lists are held against what was frozen (核对名录). */
        LISTS,
        /** Each entity has its ticket (计算抽签号). */
        TICKETS,
        /** Officers are sent (分派人员). */
        SEATS,
        /** The result is bound (计算结果根). */
        RESULT
    }

    /** So many of so many parts of this stage are done. */
    void reached(Stage stage, long done, long of);
}
