package org.gongkai.opengov.requests.figures;

import java.util.Collections;
import java.util.List;
import org.gongkai.opengov.requests.figures.Table3.Column;
import org.gongkai.platform.letters.OfficialPaper;
import org.jsoup.nodes.Element;

/** Tables 3 and 4 as a paper to print (年报表格打印件), in the layout of official papers. */
public final class FiguresPaper {
    private static final String HEAD =
            """
            <tr><th colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</th>\
            <th colspan="7">申请人情况</th></tr>\
            <tr><th rowspan="2">自然人</th><th colspan="5">法人或其他组织</th><th rowspan="2">总计</th></tr>\
            <tr><th>商业企业</th><th>科研机构</th><th>社会公益组织</th><th>法律服务机构</th><th>其他</th></tr>\
            """;
    private static final String DISPUTES =
            """
            <tr><th colspan="5" rowspan="2">行政复议</th><th colspan="10">行政诉讼</th></tr>\
            <tr><th colspan="5">未经复议直接起诉</th><th colspan="5">复议后起诉</th></tr>\
            """;

    private static final List<String> WIDTHS =
            List.of("7%", "9%", "35%", "7%", "7%", "7%", "7%", "7%", "7%", "7%");

    private FiguresPaper() {}

    /** The paper of an agency. */
    public static OfficialPaper of(String agency, RequestFigures figures) {
        var body = new Element("div");
        body.appendElement("h2").text("三、收到和处理政府信息公开申请情况");
        requests(body.appendElement("table"), figures.requests());
        body.appendElement("h2").text("四、政府信息公开行政复议、行政诉讼情况");
        disputes(body.appendElement("table"), figures.disputes());
        var title = agency + figures.period().year() + "年政府信息公开申请办理情况统计表";
        return new OfficialPaper(
                OfficialPaper.Head.plain(title),
                body.html(),
                List.of(),
                new OfficialPaper.Ending(agency, figures.period().asOf(), null, null));
    }

    private static void columns(Element table, List<String> widths) {
        var group = table.appendElement("colgroup");
        widths.forEach(it -> group.appendElement("col").attr("width", it));
    }

    private static void requests(Element table, Table3 figures) {
        columns(table, WIDTHS);
        table.appendElement("thead").append(HEAD);
        var rows = table.appendElement("tbody");
        for (var line : FiguresLayout.lines()) {
            var row = rows.appendElement("tr");
            for (var label : line.labels()) {
                row.appendElement("th")
                        .attr("colspan", Integer.toString(label.columns()))
                        .attr("rowspan", Integer.toString(label.rows()))
                        .text(label.text());
            }
            for (var column : Column.values()) {
                row.appendElement("td").text(Long.toString(figures.at(line.row(), column).count()));
            }
        }
    }

    private static void disputes(Element table, Table4 figures) {
        columns(table, Collections.nCopies(15, "6%"));
        var head = table.appendElement("thead").append(DISPUTES);
        var names = head.appendElement("tr");
        var numbers = table.appendElement("tbody").appendElement("tr");
        for (var kind : Dispute.Kind.values()) {
            for (var column : Table4.Column.values()) {
                names.appendElement("th").text(column.term());
                numbers.appendElement("td").text(Long.toString(figures.at(kind, column).count()));
            }
        }
    }
}
