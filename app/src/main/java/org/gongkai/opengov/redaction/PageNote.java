package org.gongkai.opengov.redaction;

/**
 * What a clerk should know of a page before it is released (页面提示). Names are messages {@code
 * redaction.note.<NAME>}.
 */
public enum PageNote {
    /** 有图片: words within pictures are not found by searching. */
    PICTURES,
    /** 有看不见的文字: only those of a recogniser on a scan are kept. */
    UNSEEN_TEXT,
    /** 有无法识读的字: signs whose meaning the file does not tell. */
    UNREADABLE_SIGNS,
    /** 有批注: comments are not part of the document and are left out. */
    COMMENTS,
    /** 有隐藏图层: what is switched off is left out. */
    HIDDEN_LAYERS
}
