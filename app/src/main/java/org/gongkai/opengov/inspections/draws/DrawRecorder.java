package org.gongkai.opengov.inspections.draws;

import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.transparencylog.DrawEvents;
import org.gongkai.platform.transparencylog.LeafKind;
import org.gongkai.platform.transparencylog.LogEvent;
import org.gongkai.platform.transparencylog.TransparencyLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a step into the log and into the draw's own record (环节入日志), in the transaction of the
 * step: it is done and logged, or neither. The last thing of a step, since all who log wait for
 * each other from here on.
 */
@Component
class DrawRecorder {
    private static final String WRITER = "inspections";

    private final Draws draws;
    private final TransparencyLog log;
    private final PageChanges pages;

    DrawRecorder(Draws draws, TransparencyLog log, PageChanges pages) {
        this.draws = draws;
        this.log = log;
        this.pages = pages;
    }

    /**
     * A step to be written down.
     *
     * @param subject the source, or the number of the amendment; else empty
     * @param words why, where somebody has to say so
     * @param person null for a witness or the program
     */
    record Step(
            DrawEvent.Kind kind,
            String subject,
            String words,
            @Nullable PersonId person,
            LogEvent event) {}

    DrawEvent record(InspectionDraw draw, Step step) {
        var logged = log.append(step.event());
        var event =
                new DrawEvent(
                        step.kind(),
                        step.subject(),
                        step.words(),
                        logged.declared(),
                        step.person(),
                        logged.index(),
                        logged.leaf());
        draws.record(draw, event);
        pages.tell(source(draw.agency()));
        return event;
    }

    /** What public pages about an agency's draws are made from. */
    static String source(AgencyId agency) {
        return "inspection-draws/" + agency;
    }

    /** The announcement goes into its leaf as a whole: sources, quotas, seats, days (C2). */
    static LogEvent announced(InspectionDraw draw) {
        var announcement = draw.announcement();
        SortedMap<String, Object> fields =
                CanonicalJson.object(
                        "draw", announcement.name(),
                        "seq", announcement.seq(),
                        "mode", announcement.mode().slug(),
                        "announcement", announcement.toJson());
        return new LogEvent(LeafKind.DRAW_ANNOUNCE, WRITER, fields, null);
    }

    /** Leaves of a draw before its freeze. */
    static DrawEvents of(InspectionDraw draw) {
        return DrawEvents.of(WRITER, draw.name(), draw.seq());
    }

    /** Leaves of a draw that was frozen with this manifest. */
    static DrawEvents of(InspectionDraw draw, String manifestHash) {
        return of(draw).frozenAs(manifestHash);
    }
}
