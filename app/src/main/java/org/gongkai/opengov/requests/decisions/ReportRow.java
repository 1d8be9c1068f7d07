package org.gongkai.opengov.requests.decisions;

/**
 * The 21 rows of results in table 3 of the yearly report (本年度办理结果), in their official order and
 * words: 国办公开办函〔2021〕30号.
 */
public enum ReportRow {
    DISCLOSED(Block.DISCLOSED, "（一）予以公开"),
    /** Counted only here, in no other row. */
    PARTLY_DISCLOSED(Block.PARTLY_DISCLOSED, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    STATE_SECRET(Block.REFUSED, "1.属于国家秘密"),
    BANNED_BY_LAW(Block.REFUSED, "2.其他法律行政法规禁止公开"),
    ENDANGERS_SECURITY(Block.REFUSED, "3.危及“三安全一稳定”"),
    THIRD_PARTY(Block.REFUSED, "4.保护第三方合法权益"),
    INTERNAL_AFFAIRS(Block.REFUSED, "5.属于三类内部事务信息"),
    PROCESS_INFORMATION(Block.REFUSED, "6.属于四类过程性信息"),
    ENFORCEMENT_FILE(Block.REFUSED, "7.属于行政执法案卷"),
    REGISTRY(Block.REFUSED, "8.属于行政查询事项"),
    NOT_HELD(Block.CANNOT_PROVIDE, "1.本机关不掌握相关政府信息"),
    NEEDS_MAKING(Block.CANNOT_PROVIDE, "2.没有现成信息需要另行制作"),
    STILL_UNCLEAR(Block.CANNOT_PROVIDE, "3.补正后申请内容仍不明确"),
    PETITION(Block.NOT_HANDLED, "1.信访举报投诉类申请"),
    REPEATED(Block.NOT_HANDLED, "2.重复申请"),
    PUBLICATION(Block.NOT_HANDLED, "3.要求提供公开出版物"),
    UNREASONABLE_VOLUME(Block.NOT_HANDLED, "4.无正当理由大量反复申请"),
    CONFIRM_AGAIN(Block.NOT_HANDLED, "5.要求行政机关确认或重新出具已获取信息"),
    NOT_CORRECTED(Block.OTHER, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    FEE_UNPAID(Block.OTHER, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    OTHER(Block.OTHER, "3.其他");

    private final Block block;
    private final String term;

    ReportRow(Block block, String term) {
        this.block = block;
        this.term = term;
    }

    /** The block that it stands in. */
    public Block block() {
        return block;
    }

    /** The official words of the row. */
    public String term() {
        return term;
    }

    /** The six blocks of results (办理结果), as numbered in the table. */
    public enum Block {
        DISCLOSED("（一）予以公开"),
        PARTLY_DISCLOSED("（二）部分公开"),
        REFUSED("（三）不予公开"),
        CANNOT_PROVIDE("（四）无法提供"),
        NOT_HANDLED("（五）不予处理"),
        OTHER("（六）其他处理");

        private final String term;

        Block(String term) {
            this.term = term;
        }

        /** The official words of the block. */
        public String term() {
            return term;
        }
    }
}
