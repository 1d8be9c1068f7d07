package org.gongkai.platform.files;

/**
 * What came of reading a file for a page (附件网页阅读).
 *
 * @param parts how many pages it makes; 0 where there is nothing to read
 */
public record FileReading(Outcome outcome, int parts) {

    /** How far a file can be read on a page. */
    public enum Outcome {
        /** 全部可读. */
        WHOLE,
        /** 只读前面的部分: it is longer than pages are made for. */
        SHORTENED,
        /** 没有文字: a scan, or nothing but pictures. */
        NO_TEXT,
        /** 太大: reading it would take more time or memory than one file may have. */
        TOO_LARGE,
        /** 无法读取. */
        BROKEN
    }
}
