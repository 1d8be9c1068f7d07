package org.gongkai.platform.files;

/**
 * Something that the cleaner took out of a text and that its writer should know of (清理说明).
 *
 * @param kind what it was; its sentence is {@code files.removed.<KIND>}
 * @param detail the address or the words that went, shortened
 */
public record Removal(Kind kind, String detail) {
    private static final int LONGEST = 80;

    public Removal {
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + "…";
    }

    /** Kinds of what is taken out. */
    public enum Kind {
        /** 脚本. */
        SCRIPT,
        /** 事件代码: an {@code on…} attribute. */
        HANDLER,
        /** 危险链接: a link that is neither web, mail, telephone nor of this site. */
        LINK,
        /** 外来图片: a picture that is not stored here, tracking pixels included. */
        IMAGE,
        /** 嵌入页面或对象. */
        FRAME,
        /** 表单控件. */
        FORM,
        /** 隐藏文字. */
        HIDDEN_TEXT
    }

    /** Key of the sentence. */
    public String messageKey() {
        return "files.removed." + kind;
    }
}
