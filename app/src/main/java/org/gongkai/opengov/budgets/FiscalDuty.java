package org.gongkai.opengov.budgets;

/**
 * What government does and which level of it pays (财政事权和支出责任).
 *
 * @param item 事项
 * @param level whose power it is: 中央, 自治区, 市, 共同 …
 * @param basis the paper that says so
 * @param responsibility who pays how much
 */
public record FiscalDuty(String item, String level, String basis, String responsibility) {}
