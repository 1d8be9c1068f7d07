package org.gongkai.opengov.inspections.figures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.figures.Coverage;
import org.gongkai.opengov.inspections.figures.InspectionFigures;
import org.gongkai.opengov.inspections.figures.InspectionFiguresDesk;
import org.gongkai.opengov.inspections.figures.OfficerLoad;
import org.gongkai.opengov.inspections.figures.Reached;
import org.gongkai.opengov.inspections.figures.VisitFact;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures about inspections over the API (双随机抽查统计接口). */
@RestController
@RequestMapping("/api/v1/inspections/figures/{year}")
class InspectionFiguresApi {
    private final InspectionFiguresDesk desk;

    InspectionFiguresApi(InspectionFiguresDesk desk) {
        this.desk = desk;
    }

    /** What a line has reached in a quarter. */
    record Line(
            long line,
            int quarter,
            int register,
            int owed,
            int drawn,
            int checked,
            int published,
            String percent,
            boolean met) {
        static Line of(Reached it) {
            return new Line(
                    it.line(),
                    it.quarter(),
                    it.register(),
                    it.owed(),
                    it.drawn(),
                    it.checked(),
                    it.published(),
                    it.percent(),
                    it.met());
        }
    }

    /** Units of a district or industry. */
    record Covered(String code, String name, int register, int covered, String percent) {
        static Covered of(Coverage it) {
            return new Covered(it.code(), it.name(), it.register(), it.covered(), it.percent());
        }
    }

    /** How soon results became public. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Soon(int inTime, int late, int running, int overdue, @Nullable Integer medianDays) {}

    /** The figures of a year. */
    record Answer(
            int year,
            LocalDate asOf,
            int drawn,
            long checked,
            long skipped,
            List<Line> lines,
            List<Covered> districts,
            List<Covered> industries,
            Soon publication,
            List<OfficerLoad> officers) {
        static Answer of(InspectionFigures it) {
            var soon = it.publication();
            return new Answer(
                    it.year(),
                    it.asOf(),
                    it.visits().size(),
                    it.checked(),
                    it.skipped(),
                    it.reached().stream().map(Line::of).toList(),
                    it.districts().stream().map(Covered::of).toList(),
                    it.industries().stream().map(Covered::of).toList(),
                    new Soon(
                            soon.inTime().size(),
                            soon.late().size(),
                            soon.running().size(),
                            soon.overdue().size(),
                            soon.median().isPresent() ? soon.median().getAsInt() : null),
                    it.officers());
        }
    }

    /** A visit behind a figure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Visit(
            long task,
            String number,
            long unit,
            String unitName,
            String state,
            LocalDate releasedOn,
            @Nullable LocalDate checkedOn,
            @Nullable LocalDate publicOn,
            List<Long> officers) {
        static Visit of(VisitFact it) {
            return new Visit(
                    it.task(),
                    it.number(),
                    it.unit(),
                    it.unitName(),
                    InspectionFiguresPages.state(it),
                    it.releasedOn(),
                    it.checkedOn(),
                    it.publicOn(),
                    it.officers());
        }
    }

    @GetMapping
    Answer figures(Actor actor, @PathVariable int year) {
        return Answer.of(desk.figures(actor, year));
    }

    @GetMapping("/{figure}/visits")
    Items<Visit> behind(Actor actor, @PathVariable int year, @PathVariable String figure) {
        return Items.whole(desk.behind(actor, year, figure).stream().map(Visit::of).toList());
    }
}
