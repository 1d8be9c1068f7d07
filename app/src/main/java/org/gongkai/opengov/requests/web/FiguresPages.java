package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.requests.FiguresDesk;
import org.gongkai.opengov.requests.ReportEntry;
import org.gongkai.opengov.requests.figures.Dispute;
import org.gongkai.opengov.requests.figures.FiguresBook;
import org.gongkai.opengov.requests.figures.FiguresLayout;
import org.gongkai.opengov.requests.figures.FiguresPaper;
import org.gongkai.opengov.requests.figures.Identity;
import org.gongkai.opengov.requests.figures.LatenessCause;
import org.gongkai.opengov.requests.figures.RequestFigures;
import org.gongkai.opengov.requests.figures.Row;
import org.gongkai.opengov.requests.figures.Table3;
import org.gongkai.opengov.requests.figures.Table4;
import org.gongkai.platform.letters.Letter;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.PaperImages;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The figures about requests (依申请公开统计): each number leads to its cases; tables to take along. */
@Controller
@RequestMapping(FiguresPages.ADDRESS)
class FiguresPages {
    static final String ADDRESS = "/desk/requests/figures";
    private static final int PER_PAGE = 50;
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final FiguresDesk desk;
    private final Organization organization;
    private final Letters letters;
    private final Forms forms;
    private final Wording wording;

    FiguresPages(
            FiguresDesk desk,
            Organization organization,
            Letters letters,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.organization = organization;
        this.letters = letters;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String figures(
            Actor actor,
            @ModelAttribute("typed") ReportEntry typed,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("problems", Problems.none());
        return forms.send(
                model,
                response,
                () -> page(desk.figures(actor, typed), model),
                () -> page(desk.figures(actor, ReportEntry.asOf(null)), model));
    }

    private String page(RequestFigures figures, Model model) {
        model.addAttribute("asOf", figures.period().asOf());
        model.addAttribute("figures", figures);
        model.addAttribute("lines", FiguresLayout.lines());
        model.addAttribute("columns", List.of(Table3.Column.values()));
        model.addAttribute("kinds", List.of(Dispute.Kind.values()));
        model.addAttribute("results", List.of(Table4.Column.values()));
        model.addAttribute("causes", List.of(LatenessCause.values()));
        model.addAttribute("total", Table3.Column.TOTAL);
        model.addAttribute(
                "keyRows", List.of(Row.NEW, Row.CARRIED_IN, Row.FINISHED, Row.CARRIED_ON));
        model.addAttribute("identities", List.of(Identity.values()));
        return "requests/figures";
    }

    @GetMapping("/cases")
    String cases(
            Actor actor,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String figure,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var counted = desk.behind(actor, entry(asOf), figure);
        var pages =
                Pages.of(page, counted.size(), PER_PAGE, it -> address("/cases", asOf, figure, it));
        var from = (pages.number() - 1) * PER_PAGE;
        model.addAttribute(
                "lines", counted.subList(from, Math.min(from + PER_PAGE, counted.size())));
        model.addAttribute("total", counted.size());
        model.addAttribute("pages", pages);
        model.addAttribute("asOf", asOf);
        model.addAttribute("name", name(figure));
        model.addAttribute("csv", address("/cases.csv", asOf, figure, 1));
        return "requests/figure-cases";
    }

    private static String address(String path, String asOf, String figure, int page) {
        var address =
                UriComponentsBuilder.fromPath(ADDRESS + path)
                        .queryParam("asOf", asOf)
                        .queryParam("figure", figure);
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.build().encode().toUriString();
    }

    /** What a figure is called, in the official words. */
    private String name(String figure) {
        var parts = figure.split("\\.", -1);
        return switch (parts[0]) {
            case "t3" ->
                    wording.say(
                            "requests.figures.of",
                            Row.valueOf(parts[1]).term(),
                            Table3.Column.valueOf(parts[2]).term());
            case "t4" ->
                    wording.say(
                            "requests.figures.of",
                            Dispute.Kind.valueOf(parts[1]).term(),
                            Table4.Column.valueOf(parts[2]).term());
            case "cause" -> wording.say("requests.lateness." + parts[1]);
            default -> wording.say("requests.figures." + parts[0]);
        };
    }

    @GetMapping("/cases.csv")
    ResponseEntity<byte[]> casesTable(
            Actor actor,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String figure) {
        var table =
                CsvTable.of((Object[]) wording.say("requests.figures.cases-head").split(",", -1));
        desk.behind(actor, entry(asOf), figure)
                .forEach(
                        it -> {
                            var row = it.summary().row();
                            table.row(
                                    it.request().number(),
                                    wording.say(
                                            "requests.class."
                                                    + it.request().applicantClass().name()),
                                    it.summary().receivedOn(),
                                    it.summary().due(),
                                    it.summary().finishedOn(),
                                    row == null ? null : row.term());
                        });
        return table.file("request-figure.csv");
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> table(Actor actor, @ModelAttribute ReportEntry typed) {
        var figures = desk.figures(actor, typed);
        var head = new ArrayList<String>();
        head.add(wording.say("requests.figures.row"));
        Arrays.stream(Table3.Column.values()).map(Table3.Column::term).forEach(head::add);
        var table = CsvTable.of(head.toArray());
        for (var line : FiguresLayout.lines()) {
            var cells = new ArrayList<Object>();
            cells.add(line.row().term());
            for (var column : Table3.Column.values()) {
                cells.add(figures.requests().at(line.row(), column).count());
            }
            table.row(cells.toArray());
        }
        for (var kind : Dispute.Kind.values()) {
            for (var column : Table4.Column.values()) {
                table.row(
                        wording.say("requests.figures.of", kind.term(), column.term()),
                        figures.disputes().at(kind, column).count());
            }
        }
        return table.file("request-figures.csv");
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> workbook(Actor actor, @ModelAttribute ReportEntry typed)
            throws IOException {
        var book = new ByteArrayOutputStream();
        FiguresBook.write(desk.figures(actor, typed), book);
        return file(book.toByteArray(), XLSX, "request-figures.xlsx");
    }

    @GetMapping("/export.docx")
    ResponseEntity<byte[]> text(Actor actor, @ModelAttribute ReportEntry typed) {
        return file(paper(actor, typed).docx(), DOCX, "request-figures.docx");
    }

    @GetMapping("/print.pdf")
    ResponseEntity<byte[]> print(Actor actor, @ModelAttribute ReportEntry typed) {
        return file(
                paper(actor, typed).pdf(), MediaType.APPLICATION_PDF_VALUE, "request-figures.pdf");
    }

    private Letter paper(Actor actor, ReportEntry typed) {
        var agency = organization.agency(actor.agency()).name();
        return letters.officialPaper(
                FiguresPaper.of(agency, desk.figures(actor, typed)), PaperImages.NONE);
    }

    private static ReportEntry entry(@Nullable String asOf) {
        return new ReportEntry(asOf, null, null, null, null, null, null, null, null, null, null);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}
