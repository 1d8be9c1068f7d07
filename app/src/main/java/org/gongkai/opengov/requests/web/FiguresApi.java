package org.gongkai.opengov.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.gongkai.opengov.requests.FiguresDesk;
import org.gongkai.opengov.requests.ReportEntry;
import org.gongkai.opengov.requests.figures.BrokenIdentity;
import org.gongkai.opengov.requests.figures.Dispute;
import org.gongkai.opengov.requests.figures.Figure;
import org.gongkai.opengov.requests.figures.Identity;
import org.gongkai.opengov.requests.figures.LatenessCause;
import org.gongkai.opengov.requests.figures.RequestFigures;
import org.gongkai.opengov.requests.figures.Row;
import org.gongkai.opengov.requests.figures.Table3;
import org.gongkai.opengov.requests.figures.Table4;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables 3 and 4 of the yearly report over the API (年报数据接口), each number with its cases. */
@RestController
class FiguresApi {
    private final FiguresDesk desk;
    private final Wording wording;

    FiguresApi(FiguresDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    /** A row of table 3. */
    record RowAnswer(String row, String term, Map<String, Figure> figures) {}

    /** A block of table 4. */
    record BlockAnswer(String block, String term, Map<String, Figure> figures) {}

    /** An identity that does not hold. */
    record BrokenAnswer(
            int identity,
            boolean warning,
            String place,
            long left,
            long right,
            List<String> cases) {
        static BrokenAnswer of(BrokenIdentity it) {
            return new BrokenAnswer(
                    it.identity().number(),
                    it.identity().warnsOnly(),
                    it.place(),
                    it.left(),
                    it.right(),
                    it.cases());
        }
    }

    /** An identity, and whether it was checked and holds. */
    record IdentityAnswer(int identity, String term, boolean checked, boolean holds) {}

    /** All of it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Report(
            int year,
            LocalDate asOf,
            List<RowAnswer> requests,
            List<BlockAnswer> disputes,
            @Nullable Double onTimeRate,
            @Nullable Double medianDays,
            Figure late,
            Map<String, Figure> causes,
            List<IdentityAnswer> identities,
            List<BrokenAnswer> broken) {}

    @GetMapping("/api/v1/requests/report")
    Report report(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer year,
            @ModelAttribute ReportEntry typed) {
        return answer(desk.figures(actor, asked(year, typed)));
    }

    /** The whole year, of the current one what there is, unless a day is named. */
    private ReportEntry asked(@Nullable Integer year, ReportEntry typed) {
        var asOf = typed.asOf();
        return year == null || asOf != null && !asOf.isBlank()
                ? typed
                : typed.until(desk.lastDay(year));
    }

    private Report answer(RequestFigures it) {
        return new Report(
                it.period().year(),
                it.period().asOf(),
                Arrays.stream(Row.values()).map(row -> row(it, row)).toList(),
                Arrays.stream(Dispute.Kind.values()).map(kind -> block(it, kind)).toList(),
                boxed(it.timeliness().onTimeRate()),
                boxed(it.timeliness().medianDays()),
                it.timeliness().late(),
                causes(it),
                Arrays.stream(Identity.values()).map(each -> identity(it, each)).toList(),
                it.broken().stream().map(BrokenAnswer::of).toList());
    }

    private static Map<String, Figure> causes(RequestFigures it) {
        var causes = new LinkedHashMap<String, Figure>();
        for (var cause : LatenessCause.values()) {
            causes.put(slug(cause), it.timeliness().causes().getOrDefault(cause, Figure.NONE));
        }
        return causes;
    }

    private IdentityAnswer identity(RequestFigures it, Identity identity) {
        var checked = it.around().knows(identity);
        return new IdentityAnswer(
                identity.number(),
                wording.say(identity.messageKey()),
                checked,
                checked && it.broken(identity).isEmpty());
    }

    private static RowAnswer row(RequestFigures it, Row row) {
        var figures = new LinkedHashMap<String, Figure>();
        for (var column : Table3.Column.values()) {
            figures.put(slug(column), it.requests().at(row, column));
        }
        return new RowAnswer(slug(row), row.term(), figures);
    }

    private static BlockAnswer block(RequestFigures it, Dispute.Kind kind) {
        var figures = new LinkedHashMap<String, Figure>();
        for (var column : Table4.Column.values()) {
            figures.put(slug(column), it.disputes().at(kind, column));
        }
        return new BlockAnswer(slug(kind), kind.term(), figures);
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
