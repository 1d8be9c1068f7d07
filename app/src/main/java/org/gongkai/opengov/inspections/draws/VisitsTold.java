package org.gongkai.opengov.inspections.draws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.inspections.VisitsDrawn;
import org.gongkai.opengov.inspections.draws.DrawnVisits.DrawnVisit;
import org.gongkai.opengov.inspections.draws.FrozenLists.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells who makes tasks of them which visits were drawn (抽取结果下达), in the transaction that draws.
 */
@Component
class VisitsTold {
    private final CertificateCodes certificates;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;

    VisitsTold(
            CertificateCodes certificates, ApplicationEventPublisher events, JdbcClient database) {
        this.certificates = certificates;
        this.events = events;
        this.database = database;
    }

    /** What a visit is about: the item, and its place in the list of items. */
    private record About(long id, DrawChoices.Item item) {}

    /**
     * Tells of these visits, each with the certificate that its unit can check it by.
     *
     * @param reason why they were amended, in words; null as drawn
     */
    void tell(InspectionDraw draw, List<DrawnVisit> visits, @Nullable String reason) {
        var about = about(draw, visits);
        var codes =
                certificates.issue(
                        draw.id(),
                        visits,
                        about.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey, it -> it.getValue().item())));
        var announced = draw.announcement();
        events.publishEvent(
                new VisitsDrawn(
                        draw.agency(),
                        draw.seq(),
                        draw.isSealed(),
                        announced.checkFrom(),
                        announced.checkTo(),
                        visits.stream()
                                .map(
                                        it ->
                                                new VisitsDrawn.Visit(
                                                        it.t() + 1,
                                                        it.unit().subjectId(),
                                                        Objects.requireNonNull(about.get(it.t()))
                                                                .id(),
                                                        officers(it),
                                                        CertificateCodes.address(
                                                                Objects.requireNonNull(
                                                                        codes.get(it.t()))),
                                                        reason))
                                .toList()));
    }

    private static List<Long> officers(DrawnVisit visit) {
        return visit.team().stream()
                .flatMap(it -> Stream.ofNullable(it))
                .map(Subject::subjectId)
                .toList();
    }

    /** The first of the announced items that is about the unit, by visit. */
    private Map<Integer, About> about(InspectionDraw draw, List<DrawnVisit> visits) {
        var items = new HashMap<Long, About>();
        RowCallbackHandler reading =
                row ->
                        items.put(
                                row.getLong(1),
                                new About(
                                        row.getLong(2),
                                        new DrawChoices.Item(row.getString(3), row.getString(4))));
        database.sql(
                        """
                        SELECT DISTINCT ON (u.id) u.id, i.id, i.number, i.title
                        FROM inspection_unit u
                        CROSS JOIN unnest(string_to_array(:numbers, chr(31))) WITH ORDINALITY AS n (number, place)
                        JOIN inspection_item i ON i.agency_id = :agency AND i.number = n.number
                        WHERE u.id = ANY(CAST(string_to_array(:units, ',') AS bigint[]))
                        ORDER BY u.id,
                            (cardinality(i.industries) = 0 OR EXISTS (SELECT FROM unnest(i.industries) AS p
                                WHERE u.industry LIKE p || '%'))
                            AND (i.unit_tag = '' OR i.unit_tag = ANY(u.tags)) DESC, n.place
                        """)
                .param("numbers", String.join("\u001f", draw.announcement().items()))
                .param("agency", draw.agency().value())
                .param(
                        "units",
                        String.join(
                                ",",
                                visits.stream()
                                        .map(it -> Long.toString(it.unit().subjectId()))
                                        .toList()))
                .query(reading);
        return visits.stream()
                .collect(
                        Collectors.toMap(
                                DrawnVisit::t,
                                it -> Objects.requireNonNull(items.get(it.unit().subjectId()))));
    }
}
