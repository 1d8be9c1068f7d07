package org.gongkai.opengov.inspections.draws;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.gongkai.opengov.inspections.EnvironmentalCredit;
import org.gongkai.opengov.inspections.LocalRules;
import org.gongkai.opengov.inspections.LocalRulesBook;
import org.gongkai.opengov.inspections.OfficerState;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.UnitState;
import org.gongkai.opengov.inspections.draws.FrozenLists.Exclusion;
import org.gongkai.opengov.inspections.draws.FrozenLists.Subject;
import org.gongkai.opengov.inspections.plans.PlannedDraw;
import org.gongkai.platform.draw.Directories;
import org.gongkai.platform.draw.Entity;
import org.gongkai.platform.draw.Officer;
import org.gongkai.platform.draw.Quota;
import org.gongkai.platform.draw.Recusal;
import org.gongkai.platform.draw.Stratum;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists of a draw as the registers have them at the freeze (冻结时的名录快照): units of the strata,
 * officers who can go, and who keeps away from whom. Who is left out is left out for a reason that
 * is counted in public.
 */
@Component
class Snapshot {
    private static final int FETCH = 5_000;

    private final JdbcClient database;
    private final JdbcTemplate streaming;
    private final PastVisits past;
    private final LocalRulesBook rules;

    Snapshot(JdbcClient database, DataSource source, PastVisits past, LocalRulesBook rules) {
        this.database = database;
        this.past = past;
        this.rules = rules;
        streaming = new JdbcTemplate(source);
        streaming.setFetchSize(FETCH);
    }

    /**
     * What goes into the manifest and beside it.
     *
     * @param seats what is asked of the officer on each seat
     * @param officerCap most visits of one officer
     */
    record Taken(
            Directories directories,
            List<String> seats,
            int officerCap,
            List<Stratum> strata,
            List<Subject> subjects,
            List<Exclusion> exclusions) {}

    /**
     * The lists of a draw.
     *
     * @param planned what the plan has frozen for it; null for a draw outside the plan, which draws
     *     what was announced
     */
    Taken take(InspectionDraw draw, Pseudonyms names, @Nullable PlannedDraw planned) {
        var taking = new Taking(draw, names);
        return planned == null ? taking.typed() : taking.planned(planned);
    }

    /** Units of the register that a stratum would draw from today, before anybody is left out. */
    Map<String, Integer> register(
            AgencyId agency, LocalDate day, List<String> itemNumbers, List<PlannedStratum> strata) {
        var counts = new HashMap<String, Integer>();
        var items = items(agency, day, itemNumbers);
        eachUnit(
                agency,
                day,
                unit -> {
                    if (items.stream().anyMatch(unit::isConcernedBy)) {
                        strata.stream()
                                .filter(it -> it.takes(unit.supervision(), unit.grade()))
                                .findFirst()
                                .ifPresent(it -> counts.merge(it.id(), 1, Integer::sum));
                    }
                });
        return counts;
    }

    /** An item that the visits are about. */
    record Item(String number, String title, List<String> industries, String tag, String need) {}

    /** The items of these numbers that stand in the list on this day, in the order asked. */
    List<Item> items(AgencyId agency, LocalDate day, List<String> numbers) {
        var found = new HashMap<String, Item>();
        database.sql(
                        """
                        SELECT number, title, industries, unit_tag, need FROM inspection_item
                        WHERE agency_id = :agency AND valid_from <= :day
                            AND (valid_to IS NULL OR valid_to >= :day)
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(
                        (row, _) ->
                                new Item(
                                        row.getString(1),
                                        row.getString(2),
                                        FrozenLists.strings(row.getArray(3)),
                                        row.getString(4),
                                        row.getString(5)))
                .list()
                .forEach(it -> found.put(it.number(), it));
        return numbers.stream().filter(found::containsKey).map(found::get).toList();
    }

    private record Unit(
            long id,
            String name,
            String code,
            int site,
            String industry,
            List<String> tags,
            SupervisionClass supervision,
            RiskClass risk,
            EnvironmentalCredit credit,
            UnitState state) {

        boolean isConcernedBy(Item item) {
            return (item.industries().isEmpty()
                            || item.industries().stream().anyMatch(industry::startsWith))
                    && (item.tag().isEmpty() || tags.contains(item.tag()));
        }

        /** The worse of both scales decides. */
        RiskClass grade() {
            return risk.orWorse(credit);
        }

        String subject() {
            return code + "/" + site;
        }

        static Unit read(ResultSet row) throws SQLException {
            return new Unit(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("credit_code"),
                    row.getInt("site"),
                    row.getString("industry"),
                    FrozenLists.strings(row.getArray("tags")),
                    SupervisionClass.valueOf(row.getString("supervision_class")),
                    RiskClass.valueOf(row.getString("risk_class")),
                    EnvironmentalCredit.valueOf(row.getString("credit")),
                    UnitState.valueOf(row.getString("state")));
        }
    }

    /** Each unit in the directory on this day. */
    private void eachUnit(AgencyId agency, LocalDate day, Consumer<Unit> taker) {
        streaming.query(
                """
                SELECT id, name, credit_code, site, industry, tags, supervision_class, risk_class, credit,
                    state
                FROM inspection_unit WHERE agency_id = ? AND (left_on IS NULL OR left_on > ?)
                """,
                row -> {
                    taker.accept(Unit.read(row));
                },
                agency.value(),
                day);
    }

    private final class Taking {
        private final InspectionDraw draw;
        private final Announcement announced;
        private final Pseudonyms names;
        private final LocalRules local;
        private final int year;
        private final List<Item> items;
        private final Map<Long, String> unitNames = new HashMap<>();
        private final Map<Long, String> officerNames = new HashMap<>();
        private final List<Subject> subjects = new ArrayList<>();
        private final List<Exclusion> exclusions = new ArrayList<>();
        private final Map<String, List<Entity>> fresh = new HashMap<>();
        private final Map<String, List<Entity>> again = new HashMap<>();
        private final List<Stratum> strata = new ArrayList<>();

        Taking(InspectionDraw draw, Pseudonyms names) {
            this.draw = draw;
            this.names = names;
            announced = draw.announcement();
            local = rules.on(draw.agency(), announced.checkFrom());
            year = announced.checkFrom().getYear();
            items = items(draw.agency(), announced.checkFrom(), announced.items());
        }

        /** As announced. */
        Taken typed() {
            units();
            var entities = new ArrayList<Entity>();
            announced.strata().forEach(it -> stratum(it, entities));
            return taken(entities, announced.seats(), announced.officerCap(), Map.of());
        }

        /** As the plan owes it: its strata, of the units that it names. */
        Taken planned(PlannedDraw plan) {
            var strataOf = new HashMap<Long, String>();
            for (var it : plan.strata()) {
                strata.add(
                        new Stratum(
                                it.id(),
                                new Quota.Count(it.again() ? it.count() : it.quota().count())));
                it.pool().forEach(unit -> strataOf.put(unit, it.id()));
                it.excluded()
                        .forEach((unit, why) -> exclude(unit, it.id(), ExclusionReason.of(why)));
            }
            var entities = new ArrayList<Entity>();
            eachUnit(
                    draw.agency(),
                    plan.asOf(),
                    unit -> {
                        var stratum = strataOf.get(unit.id());
                        if (stratum != null) {
                            entities.add(new Entity(name(unit), stratum, null, plan.speciality()));
                        }
                    });
            return taken(
                    entities, Collections.nCopies(plan.seats(), ""), plan.officerCap(), caps(plan));
        }

        /** The cap is of a quarter: what other draws of it gave an officer is taken off. */
        private Map<Long, Integer> caps(PlannedDraw plan) {
            var caps = new HashMap<Long, Integer>();
            past.loadsOfQuarter(draw.agency(), plan.year(), plan.quarter())
                    .forEach(
                            (officer, visits) ->
                                    caps.put(officer, Math.max(0, plan.officerCap() - visits)));
            return caps;
        }

        private Taken taken(
                List<Entity> entities,
                List<String> seats,
                int officerCap,
                Map<Long, Integer> caps) {
            var officers = officers(caps);
            entities.sort(Comparator.comparing(Entity::id));
            return new Taken(
                    new Directories(entities, officers, recusals(entities)),
                    seats,
                    officerCap,
                    strata,
                    subjects,
                    exclusions);
        }

        /** A unit takes part under this name. */
        private String name(Unit unit) {
            var name = names.of(Pseudonyms.Kind.UNIT, unit.subject());
            unitNames.put(unit.id(), name);
            subjects.add(
                    new Subject(
                            name, Pseudonyms.Kind.UNIT, unit.id(), unit.subject(), unit.name()));
            return name;
        }

        private void units() {
            var drawn = past.unitsOfYear(draw.agency(), year, announced.items());
            var visits = past.visitsOfFirms(draw.agency(), year);
            var scale = scale();
            eachUnit(
                    draw.agency(),
                    announced.checkFrom(),
                    unit -> {
                        var concerning = items.stream().filter(unit::isConcernedBy).toList();
                        if (!concerning.isEmpty()) {
                            announced.strata().stream()
                                    .filter(it -> it.takes(unit.supervision(), unit.grade()))
                                    .findFirst()
                                    .ifPresent(
                                            it -> unit(unit, it, concerning, drawn, visits, scale));
                        }
                    });
        }

        private void unit(
                Unit unit,
                PlannedStratum stratum,
                List<Item> concerning,
                Set<Long> drawn,
                Map<String, Integer> visits,
                int scale) {
            var reason = reason(unit, visits);
            if (reason != null) {
                exclude(unit.id(), stratum.id(), reason);
                return;
            }
            var need =
                    concerning.stream()
                            .map(Item::need)
                            .filter(it -> !it.isEmpty())
                            .findFirst()
                            .orElse(null);
            var weight =
                    stratum.weighted()
                            ? (Integer) (local.weight(unit.risk(), unit.credit()) / scale)
                            : null;
            var repeated = drawn.contains(unit.id());
            (repeated ? again : fresh)
                    .computeIfAbsent(stratum.id(), _ -> new ArrayList<>())
                    .add(
                            new Entity(
                                    name(unit),
                                    repeated ? stratum.id() + PlannedStratum.AGAIN : stratum.id(),
                                    weight,
                                    need));
        }

        private @Nullable ExclusionReason reason(Unit unit, Map<String, Integer> visits) {
            if (unit.state() == UnitState.STOPPED) {
                return ExclusionReason.STOPPED;
            }
            if (unit.state() == UnitState.CLOSED) {
                return ExclusionReason.CLOSED;
            }
            return visits.getOrDefault(unit.code(), 0) >= local.yearlyCap()
                    ? ExclusionReason.YEARLY_CAP
                    : null;
        }

        /**
         * Those drawn in this year before wait while others do; where these do not suffice, they
         * make a stratum of their own that gives the rest.
         */
        private void stratum(PlannedStratum planned, List<Entity> entities) {
            var first = fresh.getOrDefault(planned.id(), List.of());
            var second = again.getOrDefault(planned.id(), List.of());
            strata.add(new Stratum(planned.id(), new Quota.Count(planned.n())));
            entities.addAll(first);
            if (first.size() < planned.n() && !second.isEmpty()) {
                strata.add(
                        new Stratum(
                                planned.id() + PlannedStratum.AGAIN,
                                new Quota.Count(planned.n() - first.size())));
                entities.addAll(second);
                return;
            }
            var left = new HashSet<String>();
            second.forEach(it -> left.add(it.id()));
            subjects.removeIf(
                    it -> {
                        var out = left.contains(it.id());
                        if (out) {
                            unitNames.remove(it.subjectId());
                            exclude(it.subjectId(), planned.id(), ExclusionReason.DRAWN_THIS_YEAR);
                        }
                        return out;
                    });
        }

        private void exclude(long unit, String stratum, ExclusionReason reason) {
            exclusions.add(new Exclusion(Pseudonyms.Kind.UNIT, unit, stratum, reason));
        }

        /**
         * Who can go.
         *
         * @param caps most visits of one officer, by number; of the others the manifest's cap holds
         */
        private List<Officer> officers(Map<Long, Integer> caps) {
            var loads = past.loads(draw.agency(), year);
            var officers = new ArrayList<Officer>();
            database.sql(
                            """
                            SELECT id, name, certificate, certificate_valid_to, specialities, state
                            FROM inspection_officer
                            WHERE agency_id = :agency AND left_on IS NULL AND joined_on <= :from
                            """)
                    .param("agency", draw.agency().value())
                    .param("from", announced.checkFrom())
                    .query(
                            (RowCallbackHandler)
                                    row -> {
                                        var id = row.getLong("id");
                                        var reason =
                                                switch (OfficerState.valueOf(
                                                        row.getString("state"))) {
                                                    case ON_LEAVE -> ExclusionReason.ON_LEAVE;
                                                    case SECONDED -> ExclusionReason.SECONDED;
                                                    case ON_DUTY ->
                                                            row.getObject(
                                                                                    "certificate_valid_to",
                                                                                    LocalDate.class)
                                                                            .isBefore(
                                                                                    announced
                                                                                            .checkTo())
                                                                    ? ExclusionReason.CERTIFICATE
                                                                    : null;
                                                };
                                        if (reason != null) {
                                            exclusions.add(
                                                    new Exclusion(
                                                            Pseudonyms.Kind.OFFICER,
                                                            id,
                                                            "",
                                                            reason));
                                            return;
                                        }
                                        var certificate = row.getString("certificate");
                                        var name = names.of(Pseudonyms.Kind.OFFICER, certificate);
                                        var tags =
                                                FrozenLists.strings(row.getArray("specialities"));
                                        officers.add(
                                                new Officer(
                                                        name,
                                                        tags.isEmpty() ? null : tags,
                                                        caps.get(id),
                                                        loads.get(id)));
                                        officerNames.put(id, name);
                                        subjects.add(
                                                new Subject(
                                                        name,
                                                        Pseudonyms.Kind.OFFICER,
                                                        id,
                                                        certificate,
                                                        row.getString("name")));
                                    });
            officers.sort(Comparator.comparing(Officer::id));
            return officers;
        }

        /** Those of the register, and the pair that made the last visit (our reading, ADR 0242). */
        private List<Recusal> recusals(List<Entity> entities) {
            var taking = new HashSet<String>();
            entities.forEach(it -> taking.add(it.id()));
            var pairs = new HashSet<Recusal>();
            PastVisits.PairTaker taker =
                    (unit, officer) -> {
                        var e = unitNames.get(unit);
                        var o = officerNames.get(officer);
                        if (e != null && o != null && taking.contains(e)) {
                            pairs.add(new Recusal(e, o));
                        }
                    };
            database.sql(
                            """
                            SELECT unit_id, officer_id FROM inspection_recusal
                            WHERE agency_id = :agency AND since <= :to
                                AND (until IS NULL OR until >= :from)
                            """)
                    .param("agency", draw.agency().value())
                    .param("from", announced.checkFrom())
                    .param("to", announced.checkTo())
                    .query((RowCallbackHandler) row -> taker.take(row.getLong(1), row.getLong(2)));
            past.samePairs(draw.agency(), local.samePair(), taker);
            return pairs.stream()
                    .sorted(Comparator.comparing(Recusal::e).thenComparing(Recusal::o))
                    .toList();
        }

        /** What all percentages of the rules can be divided by: 50, 100, 200, 400 become 1 to 8. */
        private int scale() {
            var percents = new EnumMap<RiskClass, Integer>(local.risk());
            return percents.values().stream()
                    .map(BigInteger::valueOf)
                    .reduce(BigInteger.ZERO, BigInteger::gcd)
                    .max(BigInteger.ONE)
                    .intValueExact();
        }
    }
}
