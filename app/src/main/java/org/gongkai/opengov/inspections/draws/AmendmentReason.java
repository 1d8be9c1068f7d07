package org.gongkai.opengov.inspections.draws;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why a result is amended (调整事由): a closed list, so that rates can be compared over the years.
 * Without one nobody drawn is left out.
 */
public enum AmendmentReason {
    /** 对象已关闭、注销. */
    UNIT_CLOSED(Op.REPLACE_ENTITY),
    /** 对象停产，检查期内无法检查. */
    UNIT_STOPPED(Op.REPLACE_ENTITY),
    /** 对象已迁出管辖区. */
    UNIT_MOVED(Op.REPLACE_ENTITY),
    /** 应当回避: 行政处罚法 art. 43. */
    RECUSAL(Op.REPLACE_OFFICER),
    /** 生病、请假. */
    ILL(Op.REPLACE_OFFICER, Op.REMOVE_OFFICER),
    /** 公务冲突. */
    OTHER_DUTY(Op.REPLACE_OFFICER),
    /** 空缺席位补派. */
    FILL(Op.REPLACE_OFFICER),
    /** 离岗、调离. */
    LEFT(Op.REMOVE_OFFICER),
    /** 执法证件失效. */
    CERTIFICATE(Op.REMOVE_OFFICER);

    private final Set<Op> of;

    AmendmentReason(Op first, Op... more) {
        of = EnumSet.of(first, more);
    }

    /** What is amended. */
    public enum Op {
        /** 替换检查对象: the next in reserve comes. */
        REPLACE_ENTITY,
        /** 替换检查人员: on one seat of one visit. */
        REPLACE_OFFICER,
        /** 检查人员退出: from all visits that were not made yet. */
        REMOVE_OFFICER;

        /** The name in the API and the bundle. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By its name in the API. */
        public static Optional<Op> named(String slug) {
            return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
        }
    }

    /** Whether it can be why this is done. */
    public boolean isOf(Op op) {
        return of.contains(op);
    }

    /** The code in the bundle and the log. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its code. */
    public static Optional<AmendmentReason> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
