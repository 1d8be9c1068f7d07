package org.gongkai.opengov.disclosures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What must be disclosed proactively: the 15 items of 《政府信息公开条例》 (Order No. 711) art. 20. */
public enum Article20Item {
    /** (一) 行政法规、规章和规范性文件. */
    REGULATIONS,
    /** (二) 机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名. */
    FUNCTIONS,
    /** (三) 规划及相关政策. */
    PLANS,
    /** (四) 统计信息. */
    STATISTICS,
    /** (五) 行政许可和其他对外管理服务事项. */
    LICENCES,
    /** (六) 行政处罚、行政强制. */
    PENALTIES,
    /** (七) 财政预算、决算信息. */
    BUDGETS,
    /** (八) 行政事业性收费项目. */
    FEES,
    /** (九) 政府集中采购项目. */
    PROCUREMENT,
    /** (十) 重大建设项目的批准和实施情况. */
    MAJOR_PROJECTS,
    /** (十一) 扶贫、教育、医疗、社会保障、促进就业. */
    WELFARE,
    /** (十二) 突发公共事件的应急预案、预警信息及应对情况. */
    EMERGENCIES,
    /** (十三) 环境保护等监督检查情况. */
    SUPERVISION,
    /** (十四) 公务员招考. */
    RECRUITMENT,
    /** (十五) 法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息. */
    OTHERS;

    private static final List<String> CHINESE =
            List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五");

    /** The item's number in the article, 1 to 15. */
    public int number() {
        return ordinal() + 1;
    }

    /** The item as a legal ground (法律依据), as papers cite it. */
    public String ground() {
        return "《政府信息公开条例》第二十条第" + CHINESE.get(ordinal()) + "项";
    }

    /** By number. */
    public static Optional<Article20Item> numbered(int number) {
        return Arrays.stream(values()).filter(it -> it.number() == number).findFirst();
    }
}
